/** Small flows for testing the engine itself, and a world to play them in. */

import { z } from 'zod';
import { type Perform, playTurn } from '../../bot/turn/play-turn.ts';
import { newConversation, readConversation } from '../../bot/turn/stored-state.ts';
import { choiceOf, textOf } from '../../flows/engine/accepts.ts';
import { defineFlow, stepsOf } from '../../flows/engine/define-flow.ts';
import type { Conversation, Flow } from '../../flows/engine/flow.ts';
import type { Input } from '../../flows/engine/input.ts';
import { say } from '../../flows/engine/message.ts';
import { defineTexts, type Words } from '../../flows/engine/text.ts';
import { citizen } from '../../flows/engine/who.ts';
import type { World } from '../../flows/engine/world.ts';
import { noPeople } from '../fakes/no-people.ts';
import { noPins } from '../fakes/no-pins.ts';
import { nothingElse } from '../fakes/nothing-else.ts';

const text = defineTexts('toy', {
  title: { th: 'ของเล่น', en: 'Toy' },
  name: { th: 'ชื่อ', en: 'Name' },
  colour: { th: 'สี', en: 'Colour' },
  red: { th: 'แดง', en: 'Red' },
  blue: { th: 'น้ำเงิน', en: 'Blue' },
  done: { th: 'เสร็จแล้ว', en: 'Done' },
});

const data = z.object({ name: z.string().optional(), colour: z.enum(['red', 'blue']).optional() });
type Data = z.infer<typeof data>;
const { question, closing } = stepsOf<Data, 'name' | 'colour' | 'done'>();
const colours = choiceOf(text, { red: 'red', blue: 'blue' });

/** A flow that asks for a name and a colour. It is opened by its id. */
export function toyFlow(id: string, changes: Partial<Flow> = {}): Flow {
  const flow = defineFlow<Data, 'name' | 'colour' | 'done'>({
    id,
    version: 1,
    data,
    text,
    title: text('title'),
    listed: true,
    words: { th: [id], en: [] },
    takesWords: false,
    needsConsent: false,
    start: () => ({ to: 'name' }),
    steps: {
      name: question({
        ask: () => ({ messages: [say(text('name'))] }),
        accepts: textOf({ min: 1, max: 20 }),
        next: (name) => ({ to: 'colour', set: { name } }),
      }),
      colour: question({
        ask: () => ({ messages: [{ kind: 'question', text: text('colour'), options: colours.options }] }),
        accepts: colours.accept,
        next: (colour) => ({ to: 'done', set: { colour } }),
      }),
      done: closing(() => ({ messages: [say(text('done'))] })),
    },
  });
  return { ...flow, ...changes };
}

/** A flow that says nothing and hands over to another one at once. */
export function handsOverTo(id: string, next: string): Flow {
  return {
    ...toyFlow(id),
    start: () => ({ to: 'over' }),
    steps: {
      over: { close: () => ({ messages: [], handOver: { flow: next, opening: { value: '', words: '' } } }) },
    },
  };
}

/** What was said, by the keys of the texts, and where the conversation stands. */
export type Played = { said: string[]; quick: string[]; conversation: Conversation };

const nothingFound: World['find'] = {
  people: noPeople,
  pins: noPins,
  ...nothingElse,
  pinsNear: async () => [],
  pinsNamed: async () => [],
  pin: async () => undefined,
  draftsOf: async () => [],
};
const noWrites: Perform = async (effect) => {
  throw new Error(`a toy flow wrote: ${effect.do}`);
};

/** A person who talks to these flows; the first one is the welcome and the search. */
export class ToyChat {
  #stored: unknown = newConversation('somebody');
  #turns = 0;
  flows: readonly Flow[];
  readonly #perform: Perform;

  constructor(flows: readonly Flow[], perform: Perform = noWrites) {
    this.flows = flows;
    this.#perform = perform;
  }

  /** Stores another state, as an older version or a broken write would have left it. */
  store(conversation: Conversation): void {
    this.#stored = JSON.parse(JSON.stringify(conversation));
  }

  /** The person types something. */
  async type(words: string): Promise<Played> {
    return this.send({ kind: 'text', text: words });
  }

  /** The person sends something. */
  async send(input: Input): Promise<Played> {
    const first = this.flows[0]?.id ?? '';
    this.#turns += 1;
    const world: World = {
      now: '2018-05-08T02:30:00.000Z',
      turn: `turn-${this.#turns}`,
      find: nothingFound,
      who: citizen,
      repertoire: { flows: this.flows, welcome: first, search: first, privacyNotice: 1 },
    };
    const conversation = readConversation('somebody', this.#stored);
    const turn = await playTurn(conversation, input, world, this.#perform);
    this.store(turn.conversation);
    return {
      said: turn.saying.messages.map((message) => keyOf('text' in message ? message.text : message.title)),
      quick: turn.saying.quick.map(({ label }) => keyOf(label)),
      conversation: turn.conversation,
    };
  }
}

const keyOf = (words: Words): string =>
  typeof words === 'object' && 'key' in words ? words.key : JSON.stringify(words);
