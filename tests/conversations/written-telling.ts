/** Writing down what somebody is told who has not just written: sent to them, or waiting for their next reply. */
import type { Saying } from '../../flows/engine/message.ts';
import type { Language } from '../../flows/engine/text.ts';
import { faultsOf } from './judge-turn.ts';
import type { Noted, Told } from './real-world.ts';
import type { Speak } from './speaker.ts';
import { writtenSaying } from './written-turn.ts';

/** What is sent to somebody else, as they will see it. */
export function writtenTold({ saying, language }: Told, speak: Speak): string[] {
  return written('told', saying, language, speak);
}

/** What waits for somebody's next reply, as they will see it. */
export function writtenNote({ person, messages }: Noted, language: Language, speak: Speak): string[] {
  return written(`noted ${person}:`, { messages, quick: [] }, language, speak);
}

function written(how: string, saying: Saying, language: Language, speak: Speak): string[] {
  const said = writtenSaying(saying, (words) => speak(words, language));
  const faults = faultsOf(saying, language, speak).map((fault) => `!! ${fault}`);
  return [...said.map((line) => `  ${how} ${line.trim()}`), ...faults];
}
