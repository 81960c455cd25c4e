/** `GET /charts/{numbers}.{signature}.png`: the chart of a message, for LINE's servers. Drawn when asked for. */
import { Router } from 'express';
import { barChart } from '../pictures/bar-chart.ts';
import { readChart } from '../pictures/chart-address.ts';
import { drawSvg } from '../pictures/draw-svg.ts';

const ADDRESS = /^\/charts\/([\w-]{1,2000})\.([\w-]{22})\.png$/;

/** Serves charts whose address is signed with this key. */
export function chartsRouter(key: string): Router {
  const router = Router();
  router.get(ADDRESS, async (request, response) => {
    const bars = readChart(request.params[0] ?? '', request.params[1] ?? '', key);
    if (!bars) {
      response.status(404).set('Cache-Control', 'no-store').json({ error: 'not-found' });
      return;
    }
    // The same address always shows the same numbers.
    response.set({
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    response.type('png').send(await drawSvg(barChart(bars)));
  });
  return router;
}
