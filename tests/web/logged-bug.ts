/** A process in which a turn meets a bug whose error quotes what the person wrote: `node logged-bug.ts <words>`. */
import { createLog } from '../../bot/log.ts';
import { takeTurn } from '../../bot/turn/take-turn.ts';
import { somebody, textEvent } from '../builders/webhook-events.ts';
import { fakeTurnParts } from '../fakes/fake-turn-parts.ts';
import { noPeople } from '../fakes/no-people.ts';
import { noPins } from '../fakes/no-pins.ts';
import { nothingElse } from '../fakes/nothing-else.ts';

const [words = ''] = process.argv.slice(2);
const event = textEvent(words);

/** As libraries write them: the input in the message, in the cause and in fields of its own. */
function failing(query: string): never {
  const cause = new TypeError(`cannot read ${query}`);
  throw Object.assign(new Error(`no result for ${query}\n    at ${query}`, { cause }), {
    query,
    person: somebody,
  });
}

const { parts } = fakeTurnParts(event, {
  log: createLog('trace'),
  find: {
    pinsNear: async () => [],
    pinsNamed: async (query) => failing(query),
    pin: async () => undefined,
    draftsOf: async () => [],
    pins: noPins,
    ...nothingElse,
    people: noPeople,
  },
});
await takeTurn(somebody, parts);
process.stderr.write(event.webhookEventId);
