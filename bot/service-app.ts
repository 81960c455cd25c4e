/** The HTTP face of a running service: the webhook, and every page and picture with what it needs. */
import type { Express, Router } from 'express';
import { tellComplaintNews } from '../jobs/tell-complaint-news.ts';
import { storeUpdate } from '../models/complaint-update.ts';
import { pinByCode } from '../models/published-pins.ts';
import type { Metrics } from './metrics.ts';
import { createPhotoKeys } from './photos/photo-key.ts';
import { chartKeyOf } from './pictures/chart-address.ts';
import type { Surroundings } from './surroundings.ts';
import { chatLink } from './turn/place-look-ups.ts';
import { createApp } from './web/app.ts';
import { complaintUpdatesRouter } from './web/complaint-updates.ts';
import { myDataRouter } from './web/my-data.ts';
import { noteWay } from './web/note-way.ts';
import { readiness } from './web/readiness.ts';
import { wayRouter } from './web/way-there.ts';
import { createWayTokens } from './web/way-token.ts';

type Running = { webhook: Router; metrics: Metrics; isStopping: () => boolean };

/** The application, not yet listening. */
export function serviceApp(surroundings: Surroundings, { webhook, metrics, isStopping }: Running): Express {
  const { channelSecret, lineBasicId, now, log } = surroundings;
  return createApp({
    webhook,
    readiness: async () => (isStopping() ? { ready: false, why: 'stopping' } : readiness(now())),
    metrics,
    log,
    photoKeys: createPhotoKeys(channelSecret),
    chartKey: chartKeyOf(channelSecret),
    chatLink: (words) => (lineBasicId ? chatLink(lineBasicId, words) : undefined),
    myData: myDataRouter(now),
    way: wayRouter({ tokens: createWayTokens(channelSecret), pinByCode, noteWay, now }),
    complaintUpdates: complaintUpdates(surroundings),
  });
}

function complaintUpdates({ complaintUpdatesSecret: secret, now, log }: Surroundings): Router | undefined {
  if (!secret) return undefined;
  const tell = (code: string) => tellComplaintNews(code, now());
  return complaintUpdatesRouter({ secret, store: storeUpdate, tell, now, log });
}
