// Keeps an engine serving a data directory for as long as this process uses it: its own engine, or that of another
// process. Whoever gets the turn starts it; everyone notices its end and looks for the next one.

import { setTimeout as sleep } from 'node:timers/promises';
import { readLatestTurn, type Turn } from './engine-lock.ts';
import { type Finding, judgeTurn } from './find-engine.ts';
import { claimTurn, type EnginePlace, runEngine } from './run-engine.ts';
import { pointAt, removeAddress, type StableAddress } from './stable-address.ts';
import { EngineDidNotStart } from './start-engine.ts';
import { type PaceLimits, StartPace } from './start-pace.ts';

export type SupervisionSettings = EnginePlace & { address: StableAddress; pace: PaceLimits };

/** `close` stops watching, and stops the engine cleanly when it is this process's own. */
export type Supervision = { close(): Promise<void> };

/** An engine in use. `leave` is called once, when it is gone or no longer wanted. */
type EngineInUse = { socketPath: string; own: boolean; gone: Promise<void>; leave(): Promise<void> };

const POLL_MILLISECONDS = 50;
/** An engine whose owner died stops by itself; after this many looks it is taken to hang. */
const ORPHAN_LOOKS = 8_000 / POLL_MILLISECONDS;
const WAITING_LOOKS_BEFORE_NOTICE = 5_000 / POLL_MILLISECONDS;
const ADDRESS_CHECK_MILLISECONDS = 2_000;

const ADVICE =
  'the embedded database does not stay up. Look at the lines before this one; check that the disk is not full, that ' +
  'DATA_DIR belongs to this user and that no other program uses it; or set MONGODB_URI to a MongoDB server';

/** Resolves when an engine serves. Rejects with the reason when it cannot be started. */
export async function superviseEngine(settings: SupervisionSettings): Promise<Supervision> {
  const supervisor = new Supervisor(settings);
  await supervisor.open();
  return supervisor;
}

class Supervisor implements Supervision {
  readonly #settings: SupervisionSettings;
  readonly #pace: StartPace;
  readonly #closing = new AbortController();
  readonly #closed = Promise.withResolvers<void>();
  #work: Promise<void> = Promise.resolve();
  #endedTurn: number | undefined;
  #looks = 0;

  constructor(settings: SupervisionSettings) {
    this.#settings = settings;
    this.#pace = new StartPace(settings.pace);
  }

  async open(): Promise<void> {
    let engine: EngineInUse | undefined;
    while (engine === undefined) engine = await this.#tryToOpen();
    try {
      await pointAt(this.#settings.address, engine.socketPath);
    } catch (error) {
      await engine.leave();
      throw error;
    }
    this.#work = this.#keepServing(engine);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#closed.resolve();
    await this.#work;
  }

  async #tryToOpen(): Promise<EngineInUse | undefined> {
    try {
      return await this.#lookOrPause();
    } catch (error) {
      // A directory that cannot be written will not be mended by trying again.
      if (!(error instanceof EngineDidNotStart)) throw error;
      this.#settings.log.warn({ err: error }, 'embedded database did not start');
      if (this.#pace.isExhausted()) {
        this.#adviseForHelp();
        throw error;
      }
      await this.#pause(this.#pace.delay());
      return undefined;
    }
  }

  async #keepServing(first: EngineInUse): Promise<void> {
    let engine: EngineInUse | undefined = first;
    while (engine !== undefined) {
      await this.#use(engine);
      engine = await this.#repair();
    }
  }

  /** Until the engine is gone or this process closes. */
  async #use(engine: EngineInUse): Promise<void> {
    // Temporary directories are swept by some systems, and another process may have taken the address away.
    const check = setInterval(() => this.#pointAt(engine), ADDRESS_CHECK_MILLISECONDS).unref();
    await Promise.race([engine.gone, this.#closed.promise]);
    clearInterval(check);
    const { address, log } = this.#settings;
    if (!this.#closing.signal.aborted)
      log.warn({ own: engine.own }, 'embedded database is gone, looking for the next');
    else if (engine.own)
      await removeAddress(address).catch((error) => log.warn({ err: error }, 'address left behind'));
    await engine.leave();
    if (engine.own) await this.#pauseBeforeRestart();
  }

  async #repair(): Promise<EngineInUse | undefined> {
    while (!this.#closing.signal.aborted) {
      try {
        const engine = await this.#lookOrPause();
        if (engine === undefined) continue;
        await this.#pointAt(engine);
        return engine;
      } catch (error) {
        if (!(error instanceof EngineDidNotStart)) this.#pace.noteStart();
        this.#settings.log.warn({ err: error }, 'embedded database did not start');
        await this.#pauseBeforeRestart();
      }
    }
    return undefined;
  }

  async #lookOrPause(): Promise<EngineInUse | undefined> {
    const engine = await this.#lookOnce();
    if (engine === undefined) await this.#pause(POLL_MILLISECONDS);
    return engine;
  }

  async #lookOnce(): Promise<EngineInUse | undefined> {
    const { lockDirectory } = this.#settings;
    const latest = await readLatestTurn(lockDirectory);
    const finding = await judgeTurn(latest, this.#endedTurn);
    if (finding.kind === 'serving') return this.#useOthers(finding);
    if (finding.kind !== 'free') return this.#wait(finding);
    const turn = await claimTurn(this.#settings, latest);
    return turn === undefined ? undefined : this.#useOwn(turn);
  }

  async #useOwn(turn: Turn): Promise<EngineInUse> {
    this.#looks = 0;
    this.#pace.noteStart();
    this.#endedTurn = turn.number;
    const { socketPath, gone, end } = await runEngine(this.#settings, turn);
    return { socketPath, own: true, gone, leave: end };
  }

  #useOthers({ socketPath, connection }: Extract<Finding, { kind: 'serving' }>): EngineInUse {
    this.#looks = 0;
    return { socketPath, own: false, gone: connection.gone, leave: async () => connection.end() };
  }

  #wait(finding: Extract<Finding, { kind: 'wait' | 'orphan' }>): undefined {
    this.#looks += 1;
    const { log } = this.#settings;
    if (this.#looks === WAITING_LOOKS_BEFORE_NOTICE)
      log.info(finding, 'waiting for another process’s embedded database');
    if (finding.kind !== 'orphan' || this.#looks < ORPHAN_LOOKS) return;
    this.#looks = 0;
    log.warn(
      { pid: finding.engine.pid },
      'an embedded database that lost its owner does not stop: killing it',
    );
    process.kill(finding.engine.pid, 'SIGKILL');
  }

  async #pointAt({ socketPath }: EngineInUse): Promise<void> {
    await pointAt(this.#settings.address, socketPath).catch((error) => {
      this.#settings.log.error({ err: error }, 'the embedded database’s address could not be set');
    });
  }

  async #pauseBeforeRestart(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    if (this.#pace.isExhausted()) this.#adviseForHelp();
    await this.#pause(this.#pace.delay());
  }

  #adviseForHelp(): void {
    this.#settings.log.error({ directory: this.#settings.engineDirectory }, ADVICE);
  }

  async #pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.#closing.signal }).catch(() => {});
  }
}
