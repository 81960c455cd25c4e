/** Starting the program's parts on given settings: database, LINE or the simulated one, service, server, jobs. */
import { hostname } from 'node:os';
import { complaintCategories } from '../flows/complaints/complaint.ts';
import { jobs } from '../jobs/registry.ts';
import { scheduleJobs } from '../jobs/schedule.ts';
import { connectModels, disconnectModels } from '../models/connection.ts';
import type { Config } from './config.ts';
import { openDatabase } from './database/open-database.ts';
import { createHeartbeat } from './heartbeat.ts';
import { createContentClient } from './line/content.ts';
import { createLineClient } from './line/line-client.ts';
import { createMenuClient } from './line/menu-client.ts';
import { listen } from './listen.ts';
import type { Log } from './log.ts';
import { deployInBackground } from './menus/deploy-in-background.ts';
import { startService } from './service.ts';
import type { SimulatedLine } from './simulated-line.ts';

/** What the program takes from the real world. `newId` gives UUIDs. */
export type World = { now: () => Date; random: () => number; newId: () => string; log: Log };

/** Which parts run in this process. */
export type Parts = { web: boolean; jobs: boolean };

/** A running program. `url` is where it serves, when it does. */
export type Running = { url?: string; simulation?: SimulatedLine; stop(): Promise<void> };

/** The database's name where the address names none: the embedded engine's. */
const EMBEDDED_DATABASE_NAME = 'pakmud';
/** A turn in hand gets this long at a stop; container platforms kill after ten seconds or more. Milliseconds. */
export const GRACE = 8_000;
/** A call to LINE that takes longer counts as unanswered. Milliseconds. */
const LINE_TIMEOUT = 4_000;
/** A call about menus, whose pictures are large. Milliseconds. */
const MENU_TIMEOUT = 15_000;
/** A picture's bytes: well within the lease of a turn, encoding included. Milliseconds. */
const CONTENT_TIMEOUT = 8_000;

/** Starts `parts`. Rejects with `NoEmbeddedDatabase` where there is no database to be had. */
export async function start(config: Config, parts: Parts, world: World): Promise<Running> {
  const { mongodbUri, dataDirectory } = config;
  const database = await openDatabase({ mongodbUri, dataDirectory, log: world.log });
  await connectModels(database.uri, database.embedded ? EMBEDDED_DATABASE_NAME : undefined);
  const web = parts.web ? await startWeb(config, world) : undefined;
  const stopJobs = parts.jobs ? startJobs(config, world) : undefined;
  return {
    ...(web && { url: web.url }),
    ...(web?.simulation && { simulation: web.simulation }),
    async stop() {
      await Promise.all([web?.stop(), stopJobs?.()]);
      await disconnectModels();
      await database.close();
    },
  };
}

async function startWeb(config: Config, world: World): Promise<Running & { url: string }> {
  const simulation = config.line ? undefined : await startSimulation(config, world);
  const channel = config.line ?? simulation?.channel;
  if (!channel) throw new Error('there is neither a channel nor a simulated one');
  const menus = createMenuClient({ ...channel, timeoutMilliseconds: MENU_TIMEOUT });
  const service = startService({
    ...world,
    channelSecret: channel.channelSecret,
    publicUrl: config.publicUrl,
    lineBasicId: config.lineBasicId,
    pushBudget: config.pushBudget,
    ...forwardingOf(config, simulation),
    line: createLineClient({ ...channel, timeoutMilliseconds: LINE_TIMEOUT }),
    content: createContentClient({ ...channel, timeoutMilliseconds: CONTENT_TIMEOUT }),
    menus,
  });
  const server = await listen(service.app, config.port, config.host);
  simulation?.connect(`http://127.0.0.1:${server.port}`);
  // A simulated channel begins without menus each time; a real one gets them by `manage menus deploy`.
  const deploying = simulation ? deployInBackground({ line: menus, ...world }) : undefined;
  return {
    url: `http://localhost:${server.port}`,
    ...(simulation && { simulation }),
    async stop() {
      await Promise.all([server.close(), deploying?.stop()]);
      await service.stop(GRACE);
      await simulation?.close();
    },
  };
}

/** As it is set; without a channel and without settings cases go to the simulated system. */
function forwardingOf({ forward, complaintUpdatesSecret }: Config, simulation: SimulatedLine | undefined) {
  if (!simulation || forward) return { forward, complaintUpdatesSecret };
  const { updatesSecret, ...target } = simulation.complaints;
  return { forward: { ...target, categories: complaintCategories }, complaintUpdatesSecret: updatesSecret };
}

/** Loaded only when wanted: with a real channel no simulator exists in the program. */
async function startSimulation(config: Config, world: World): Promise<SimulatedLine> {
  const { startSimulatedLine } = await import('./simulated-line.ts');
  return startSimulatedLine({ port: config.simulatorPort, ...world });
}

function startJobs({ jobsHeartbeatUrl }: Config, { now, log }: World): () => Promise<void> {
  const beat = createHeartbeat(jobsHeartbeatUrl, log);
  return scheduleJobs(jobs, {
    now,
    holder: `${hostname()}:${process.pid}`,
    onRun(job, run) {
      log.info({ job: job.name, ...run }, 'job');
      if (run.ran) void beat(job.name);
    },
    onFailure: (job, error) => log.error({ job: job.name, err: error }, 'a job failed'),
  });
}
