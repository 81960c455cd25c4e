// A quarter of the transcripts.
import { playPart } from './play-transcripts.ts';

playPart(1);
