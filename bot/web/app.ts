/** The HTTP face of the service: the webhook, health, metrics and the pages people are sent to. */
import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import helmet from 'helmet';
import { openListedPhoto, openPhoto } from '../../models/photo.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { PhotoKeys } from '../photos/photo-key.ts';
import { chartsRouter } from './charts.ts';
import { guidanceRouter } from './guidance.ts';
import { photosRouter } from './photos.ts';
import { postersRouter } from './posters.ts';
import { privacyPage } from './privacy-page.ts';
import type { Readiness } from './readiness.ts';

type Parts = {
  webhook: Router;
  readiness: () => Promise<Readiness>;
  metrics: Metrics;
  log: Log;
  photoKeys: PhotoKeys;
  /** Signs the addresses of charts. */
  chartKey: string;
  /** Opens our chat with these words; undefined where our account's name is not set. */
  chatLink: (words: string) => string | undefined;
  /** Gives people what is stored about them. */
  myData?: Router;
  /** Leads the way to an office. */
  way?: Router;
  /** Takes what 1111 says of forwarded cases, when that is set up. */
  complaintUpdates?: Router | undefined;
};

/** The application, not yet listening. */
export function createApp({
  webhook,
  readiness,
  metrics,
  log,
  photoKeys,
  chartKey,
  chatLink,
  myData,
  way,
  complaintUpdates,
}: Parts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet());
  app.use(webhook);
  if (complaintUpdates) app.use(complaintUpdates);
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
  app.use(guidanceRouter());
  if (myData) app.use(myData);
  app.use(chartsRouter(chartKey));
  // The words that poster's readers send; `rate` opens with them.
  app.use(postersRouter((code) => chatLink(`ให้คะแนน ${code}`)));
  if (way) app.use(way);
  app.use(photosRouter({ open: openPhoto, openListed: openListedPhoto, keys: photoKeys }));
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
