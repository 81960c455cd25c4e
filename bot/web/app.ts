/** The HTTP face of the service: the webhook, health, metrics and the pages people are sent to. */
import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import helmet from 'helmet';
import { openPhoto } from '../../models/photo.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { photosRouter } from './photos.ts';
import { privacyPage } from './privacy-page.ts';
import type { Readiness } from './readiness.ts';

type Parts = { webhook: Router; readiness: () => Promise<Readiness>; metrics: Metrics; log: Log };

/** The application, not yet listening. */
export function createApp({ webhook, readiness, metrics, log }: Parts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet());
  app.use(webhook);
  app.get('/healthz', (_request, response) => {
    response.json({ alive: true });
  });
  app.get('/readyz', async (_request, response) => {
    const state = await readiness();
    response.status(state.ready ? 200 : 503).json(state);
  });
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  app.get('/privacy', privacyPage);
  app.use(photosRouter(openPhoto));
  app.use((_request, response) => {
    response.status(404).json({ error: 'not-found' });
  });
  app.use(lastResort(log));
  return app;
}

function lastResort(log: Log): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    log.error({ err: error }, 'a request failed');
    response.status(500).json({ error: 'failed' });
  };
}
