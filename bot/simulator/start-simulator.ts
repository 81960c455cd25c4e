/** Starts LINE's side of the platform as an HTTP server of its own, for running the bot without a channel. */
import { createServer, type Server } from 'node:http';
import express from 'express';
import { complaintRouter } from './complaint-routes.ts';
import { ComplaintService } from './complaint-service.ts';
import { allEndpoints } from './endpoints/all-endpoints.ts';
import { endpointRouter } from './endpoints/gate.ts';
import { pageRouter } from './page-api.ts';
import type { Persona } from './persona.ts';
import { Platform } from './platform.ts';
import type { Log } from './platform-types.ts';

/** The running platform. `url` is its origin, for both of LINE's hosts and for the page; `complaints` is at `/1111`. */
export type Simulator = {
  url: string;
  platform: Platform;
  complaints?: ComplaintService;
  close(): Promise<void>;
};

export type SimulatorSettings = {
  /** 0 is any free port. */
  port: number;
  /** 127.0.0.1 when left out. */
  host?: string;
  channelSecret: string;
  channelAccessToken: string;
  /** May be set later with `simulator.platform.setWebhookUrl`. */
  webhookUrl: string | undefined;
  personas: Persona[];
  /** Paid messages a month: 500 when left out, null is unlimited. */
  monthlyQuota?: number | null;
  /** Lets the bot use pictures of http://localhost, which LINE refuses; for trying out only. */
  allowLocalImages?: boolean;
  /** Also simulates the complaint system 1111, with this token and this secret for its updates. */
  complaints?: { token: string; updatesSecret: string };
  now: () => Date;
  random: () => number;
  log: Log;
};

/** Resolves when the server listens; rejects when the port is taken. */
export async function startSimulator(settings: SimulatorSettings): Promise<Simulator> {
  const platform = new Platform(settings);
  const host = settings.host ?? '127.0.0.1';
  const server = createServer();
  await listen(server, settings.port, host);
  const app = express().disable('x-powered-by');
  app.use(
    endpointRouter(platform, allEndpoints, {
      channelAccessToken: settings.channelAccessToken,
      allowLocalImages: settings.allowLocalImages ?? false,
    }),
  );
  const complaints =
    settings.complaints && new ComplaintService({ ...settings.complaints, now: settings.now });
  if (complaints) app.use(complaintRouter(complaints, host));
  app.use(pageRouter(platform, host));
  server.on('request', app);
  return {
    url: `http://${host}:${portOf(server)}`,
    platform,
    ...(complaints && { complaints }),
    close: () => stop(server, platform),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function stop(server: Server, platform: Platform): Promise<void> {
  platform.webhooks.close();
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
