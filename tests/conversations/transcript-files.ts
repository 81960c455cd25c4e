/** Where the transcripts are: `tests/conversations/<flow>/<what happens>.chat`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** This folder. */
const conversationsFolder = import.meta.dirname;

/** All transcripts, by their path from this folder, in order. */
export function transcriptFiles(): string[] {
  const names = readdirSync(conversationsFolder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.chat')).sort();
}

/** The whole path of a transcript. */
export const transcriptPath = (name: string): string => join(conversationsFolder, name);
