/** A chat with the survey alone: its flow, one agency's response in memory, and officials who talk. */
import { playTurn } from '../../bot/turn/play-turn.ts';
import { newConversation, readConversation } from '../../bot/turn/stored-state.ts';
import type { Effect, Outcome } from '../../flows/effects.ts';
import type { Conversation, Flow } from '../../flows/engine/flow.ts';
import type { Input } from '../../flows/engine/input.ts';
import type { Message, Option, Saying } from '../../flows/engine/message.ts';
import type { Words } from '../../flows/engine/text.ts';
import type { World } from '../../flows/engine/world.ts';
import type { CopyNeeds, ListedProcedure } from '../../flows/procedures/procedure.ts';
import { allTexts } from '../../flows/registry.ts';
import type { SurveyAnswer } from '../../flows/survey/answers.ts';
import type { SurveyState } from '../../flows/survey/survey-look-ups.ts';
import { createSpeaker } from '../conversations/speaker.ts';
import { noPeople } from '../fakes/no-people.ts';
import { noPins } from '../fakes/no-pins.ts';
import { nothingElse } from '../fakes/nothing-else.ts';

const AGENCY = '030700002';
const speak = createSpeaker(allTexts);

type Kept<Value> = { value: Value; by: string; change: number };

/** What an agency answered, kept as the models keep it. */
export class MemorySurvey {
  readonly answers = new Map<string, Kept<SurveyAnswer>>();
  readonly matrix = new Map<string, Kept<CopyNeeds>>();
  procedures: ListedProcedure[] = [];
  lastRound: Record<string, CopyNeeds> | undefined;
  revision = 0;

  /** Gives the agency so many procedures, "งานที่ 1" and on. */
  addProcedures(count: number): void {
    this.procedures = Array.from({ length: count }, (_, index) => ({
      code: `P${index + 1}`,
      title: { th: `งานที่ ${index + 1}`, en: `Procedure ${index + 1}` },
      own: false,
    }));
  }

  /** The response as `person` sees it. */
  stateFor(person: string): SurveyState {
    const seenBy = <Value>({ value, by, change }: Kept<Value>) => ({
      value,
      given: { by, mine: by === person, at: '2018-05-08T02:30:00.000Z', change },
    });
    const entries = <Value, Seen>(kept: Map<string, Kept<Value>>, to: (one: Kept<Value>) => Seen) =>
      Object.fromEntries([...kept].map(([id, one]) => [id, to(one)]));
    return {
      round: { id: '2018', title: { th: 'แบบสำรวจ 2561', en: 'Survey 2018' } },
      agency: { code: AGENCY, name: { th: 'อบต.เขาใหม่' }, area: { th: '' }, department: '', ministry: '' },
      answers: entries(this.answers, (one) => ({ answer: one.value, ...seenBy(one).given })),
      matrix: entries(this.matrix, (one) => ({ ...one.value, ...seenBy(one).given })),
      ...(this.lastRound && { lastRound: this.lastRound }),
      ...(this.revision > 0 && {
        submitted: { revision: this.revision, at: '2018-05-08T02:30:00.000Z', by: 'มะลิ' },
      }),
      isChanged: false,
      editors: [],
    };
  }

  /** Does a write. */
  perform(effect: Effect, person: string): Outcome {
    switch (effect.do) {
      case 'answerSurvey': {
        const there = this.answers.get(effect.question);
        if (there && there.by !== person && there.change !== effect.seen)
          return {
            of: effect.do,
            result: 'taken-by-other',
            by: there.by,
            answer: there.value,
            change: there.change,
          };
        this.answers.set(effect.question, {
          value: effect.answer,
          by: person,
          change: (there?.change ?? 0) + 1,
        });
        return { of: effect.do, result: 'kept' };
      }
      case 'answerMatrix':
        return this.#keepRows(effect.rows, effect.seen, person);
      case 'submitSurvey': {
        const missing = effect.asked.filter((id) => !this.answers.has(id));
        if (missing.length > 0) return { of: effect.do, result: 'incomplete', missing };
        this.revision += 1;
        return { of: effect.do, result: 'submitted', revision: this.revision, late: false };
      }
      case 'noteSurveying':
        return { of: effect.do, noted: true };
      default:
        throw new Error(`the survey wrote ${effect.do}`);
    }
  }

  #keepRows(rows: Record<string, CopyNeeds>, seen: Record<string, number>, person: string): Outcome {
    const left: string[] = [];
    for (const [code, value] of Object.entries(rows)) {
      const there = this.matrix.get(code);
      const isSame = there?.value.idCard === value.idCard && there.value.house === value.house;
      if (isSame) continue;
      if (there && there.by !== person && there.change !== (seen[code] ?? 0)) left.push(code);
      else this.matrix.set(code, { value, by: person, change: (there?.change ?? 0) + 1 });
    }
    const by = this.matrix.get(left[0] ?? '')?.by ?? '';
    return left.length > 0
      ? { of: 'answerMatrix', result: 'partly', left, by }
      : { of: 'answerMatrix', result: 'kept' };
  }
}

/** One official's chat. It counts what they send. */
export class SurveyChat {
  #stored: unknown;
  #flow: Flow;
  readonly #survey: MemorySurvey;
  readonly #person: string;
  #turns = 0;
  #saying: Saying = { messages: [], quick: [] };

  constructor(flow: Flow, survey: MemorySurvey, person = 'มะลิ') {
    this.#flow = flow;
    this.#survey = survey;
    this.#person = person;
    const consent = { version: 1, at: '2018-05-08T02:30:00.000Z' };
    this.#stored = { ...newConversation(person), consent };
  }

  /** How many messages and taps it took so far. */
  get turns(): number {
    return this.#turns;
  }

  /** The step the conversation stands at. */
  get step(): string | undefined {
    return readConversation(this.#person, this.#stored).active?.step;
  }

  /** Another version of the flow comes. */
  deploy(flow: Flow): void {
    this.#flow = flow;
  }

  /** Types something; what is said, in Thai, one line for each message. */
  type(words: string): Promise<string> {
    return this.#send({ kind: 'text', text: words });
  }

  /** Taps a button of the latest answer; with several of that name the one on this card. */
  tap(label: string, card?: string): Promise<string> {
    const cards = this.#saying.messages.flatMap((message) => (message.kind === 'cards' ? message.cards : []));
    const shown = card
      ? cards.filter(({ title }) => speak(title, 'th') === card).flatMap(({ options }) => options)
      : [...this.#saying.messages.flatMap(optionsOf), ...this.#saying.quick];
    const found = shown.find((option) => speak(option.label, 'th') === label);
    if (found?.do.act === 'button') return this.#send({ kind: 'button', button: found.do.button });
    if (found?.do.act === 'word')
      return this.#send({ kind: 'button', button: { kind: 'word', word: found.do.word } });
    throw new Error(
      `no button "${label}" among ${shown.map((option) => speak(option.label, 'th')).join(', ')}`,
    );
  }

  async #send(input: Input): Promise<string> {
    this.#turns += 1;
    const world = this.#world();
    const conversation: Conversation = readConversation(
      this.#person,
      JSON.parse(JSON.stringify(this.#stored)),
    );
    const turn = await playTurn(conversation, input, world, async (effect, person) =>
      this.#survey.perform(effect, person),
    );
    this.#stored = JSON.parse(JSON.stringify(turn.conversation));
    this.#saying = turn.saying;
    return turn.saying.messages.map(spoken).join('\n');
  }

  #world(): World {
    const nobody = { name: 'มะลิ', email: 'mali@example.com', phone: '081-234-5678' };
    return {
      now: '2018-05-08T02:30:00.000Z',
      turn: `${this.#person}-${this.#turns}`,
      find: {
        people: noPeople,
        pins: noPins,
        ...nothingElse,
        survey: { state: async () => this.#survey.stateFor(this.#person), revisions: async () => [] },
        procedures: { ...nothingElse.procedures, ofAgency: async () => this.#survey.procedures },
        pinsNear: async () => [],
        pinsNamed: async () => [],
        pin: async () => undefined,
        draftsOf: async () => [],
      },
      who: {
        roles: [{ role: 'official', agency: AGENCY }],
        acting: null,
        profile: { firstName: nobody.name, lastName: 'ใจดี', email: nobody.email, phone: nobody.phone },
      },
      repertoire: { flows: [this.#flow], welcome: 'survey', search: 'survey', privacyNotice: 1 },
    };
  }
}

function optionsOf(message: Message): Option[] {
  return 'options' in message ? message.options : [];
}

function spoken(message: Message): string {
  const words: Words[] = [
    ...('text' in message ? [message.text] : [message.title]),
    ...('hint' in message && message.hint !== undefined ? [message.hint] : []),
    ...('rows' in message ? message.rows.flatMap(({ label, value }) => [label, value]) : []),
  ];
  return words.map((one) => speak(one, 'th')).join('\n');
}
