/** The lines of a transcript that say whose pins there are and when they were checked. */
import type { MemoryWorld } from './memory-world.ts';

/** What a transcript can say about pins besides `pinned`. `by` is a person of the transcript, or an agency's code. */
export type PinAction =
  | { kind: 'kept-by'; by: string; name: string }
  | { kind: 'many'; count: number; name: string; by: string }
  | { kind: 'checked'; name: string; at: string };

/** Reads `kept-by official "name"`, `many 60 "name" official` and `checked "name" 2017-05-01`. */
export function readPinLine(keyword: string, rest: string): PinAction | undefined {
  const [, before = '', name = '', after = ''] = /^(?:(\S+) )?"([^"]+)"(?: (\S+))?$/.exec(rest) ?? [];
  if (name === '') return undefined;
  switch (keyword) {
    case 'kept-by':
      return { kind: 'kept-by', by: before, name };
    case 'many':
      return { kind: 'many', count: Number(before), name, by: after };
    case 'checked':
      return Number.isNaN(Date.parse(after)) ? undefined : { kind: 'checked', name, at: after };
    default:
      return undefined;
  }
}

/** Makes it so. `userIdOf` gives a person's LINE user id. */
export function setPins(action: PinAction, memory: MemoryWorld, userIdOf: (person: string) => string): void {
  switch (action.kind) {
    case 'kept-by':
      memory.keepPin(action.name, keeperOf(action.by, userIdOf));
      break;
    case 'checked':
      memory.publishedNamed(action.name).pin.checkedAt = new Date(action.at);
      break;
    case 'many':
      for (let number = 1; number <= action.count; number += 1) {
        const name = `${action.name} ${number}`;
        memory.publish(name, 'nobody', {
          name: { th: name },
          kind: 'school',
          position: [101.2 + number / 1000, 12.6],
          area: { th: '' },
        });
        memory.keepPin(name, keeperOf(action.by, userIdOf));
      }
  }
}

function keeperOf(by: string, userIdOf: (person: string) => string): { owner: string; agency?: string } {
  return /^\d+$/.test(by) ? { owner: 'nobody', agency: by } : { owner: userIdOf(by) };
}
