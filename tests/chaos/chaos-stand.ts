/** A database, the simulated LINE and a bot, each a process of its own, and a story told by people. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { MongoClient, MongoError } from 'mongodb';
import type { ChatEntry } from '../../bot/simulator/chats.ts';
import { until } from '../builders/until.ts';
import type { FaultName, ToBot, ToTest } from './faults.ts';
import type { Order } from './simulator-process.ts';

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What a person does: a text, or their place. */
export type Deed = { text: string } | 'place';

/** From the first word to the look at the map; the next "1" publishes. */
export const deedsBeforePublishing = (officeName: string): Deed[] => [
  { text: 'ปักหมุด' },
  { text: 'ยอมรับ' },
  'place',
  { text: '1' },
  { text: officeName },
  { text: '1' },
];
export const publishing: Deed = { text: '1' };

/** Everything of one test file. */
export class ChaosStand {
  readonly #databaseUri: string;
  readonly #client: MongoClient;
  #simulator: ChildProcess | undefined;
  #lineUrl = '';
  #bot: ChildProcess | undefined;

  constructor(databaseUri: string) {
    this.#databaseUri = databaseUri;
    this.#client = new MongoClient(databaseUri);
  }

  async open(): Promise<void> {
    this.#simulator = fork(pathOf('./simulator-process.ts'), [], { execArgv: [] });
    const [{ url }] = await once(this.#simulator, 'message');
    this.#lineUrl = url;
    await this.startBot();
  }

  /** A new bot process, to which webhooks go from now on. */
  async startBot(): Promise<void> {
    this.#bot = fork(pathOf('./bot-process.ts'), [this.#databaseUri, this.#lineUrl], { execArgv: [] });
    const ready = await this.#hear('ready');
    await this.#order({ kind: 'connect', webhookUrl: ready.webhookUrl });
  }

  /** The bot dies (or holds) at this point the next time it comes there. */
  async arm(name: FaultName): Promise<void> {
    this.#tell({ kind: 'fault', name });
    await this.#hear('armed');
  }

  /** Resolves when the bot has killed itself. */
  async botDied(): Promise<void> {
    const bot = this.#running();
    if (bot.signalCode === null) await once(bot, 'exit');
    if (bot.signalCode !== 'SIGKILL') throw new Error(`the bot ended otherwise: ${bot.exitCode}`);
  }

  async held(): Promise<void> {
    await this.#hear('held');
  }

  goOn(): void {
    this.#tell({ kind: 'go on' });
  }

  /** The person does something; resolves when LINE has tried to deliver it. */
  async act(person: string, deed: Deed): Promise<void> {
    await this.#order(deed === 'place' ? { kind: 'location', person } : { kind: 'say', person, ...deed });
  }

  /** Does all of it, each after the answer to the one before. */
  async tell(person: string, deeds: readonly Deed[]): Promise<void> {
    for (const deed of deeds) {
      const heard = (await this.heard(person)).length;
      await this.act(person, deed);
      await until('an answer', async () => (await this.heard(person)).length > heard);
      await this.settled();
    }
  }

  /** What the bot said to a person: the words of each message, without the codes of pins. */
  async heard(person: string): Promise<string[]> {
    const entries = await this.#order({ kind: 'chat', person });
    return entries.flatMap((entry) => (entry.from === 'bot' ? [wordsOf(entry.message)] : []));
  }

  /** Resolves when no event and no message waits. */
  async settled(): Promise<void> {
    await until('all is answered', async () => {
      const events = await this.#count('inbox', { state: { $in: ['waiting', 'taken'] } });
      return events + (await this.#count('outbox', { state: 'waiting' })) === 0;
    });
  }

  /** How many pins a person has: all, and those published. */
  async pinsOf(owner: string): Promise<{ all: number; published: number }> {
    const [all, published] = await Promise.all([
      this.#count('pins', { owner }),
      this.#count('pins', { owner, state: 'published' }),
    ]);
    return { all, published };
  }

  async conversationOf(person: string): Promise<unknown> {
    const conversations = this.#client.db().collection<{ _id: string; state: unknown }>('conversations');
    return (await conversations.findOne({ _id: person }))?.state;
  }

  async close(): Promise<void> {
    for (const child of [this.#bot, this.#simulator]) {
      if (!child || child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
    await this.#client.close();
  }

  /** Asked again while the database is away, as it may be on purpose. */
  async #count(collection: string, filter: object): Promise<number> {
    let count = 0;
    await until('the database answers', async () => {
      try {
        count = await this.#client.db().collection(collection).countDocuments(filter);
        return true;
      } catch (error) {
        if (error instanceof MongoError) return false;
        throw error;
      }
    });
    return count;
  }

  #running(): ChildProcess {
    if (!this.#bot) throw new Error('no bot was started');
    return this.#bot;
  }

  #tell(message: ToBot): void {
    this.#running().send(message);
  }

  async #hear<Kind extends ToTest['kind']>(kind: Kind): Promise<Extract<ToTest, { kind: Kind }>> {
    const [message] = await once(this.#running(), 'message');
    if (message.kind !== kind) throw new Error(`heard ${message.kind} instead of ${kind}`);
    return message;
  }

  #orders: Promise<unknown> = Promise.resolve();

  /** One order at a time, so that each answer belongs to it. */
  #order(order: Order): Promise<ChatEntry[]> {
    const answer = this.#orders.then(async () => {
      if (!this.#simulator) throw new Error('no simulator was started');
      const heard = once(this.#simulator, 'message');
      this.#simulator.send(order);
      const [entries] = await heard;
      return entries;
    });
    this.#orders = answer.catch(() => undefined);
    return answer;
  }
}

function wordsOf(message: { type: string; [property: string]: unknown }): string {
  const words = message.altText ?? message.text ?? message.title ?? message.type;
  return String(words).replace(/(?<=รหัสหมุด )\S+/, '…');
}
