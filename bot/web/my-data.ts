/**
 * `GET /my-data/{token}`: a page that asks whether to take one's data along; looking at it (LINE's preview does) spends
 * nothing. `POST /my-data/{token}.json`: the data as one JSON file, once. Who has the link has the data: it stands in one
 * chat only, ends after ten minutes, and nothing on the way may keep it.
 */
import { type Request, type Response, Router } from 'express';
import { allMyData } from '../../models/my-data.ts';
import { useDataLink } from '../../models/my-data-link.ts';

const PAGE = /^\/my-data\/([\w-]{1,100})(?:\.json)?$/;
const FILE = /^\/my-data\/([\w-]{1,100})\.json$/;

const style =
  'body{font:18px/1.7 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1rem;color:#1c2b33;background:#fff}button{font:inherit;padding:.6rem 1.2rem;border:0;border-radius:.5rem;background:#0a6b4b;color:#fff}';

/** Serves the page and the file. `now` is the clock. */
export function myDataRouter(now: () => Date): Router {
  const router = Router();
  router.get(PAGE, (request, response) => {
    // The same for every token: what it opens is found out by using it.
    sealed(response)
      .type('html')
      .send(askingPage(tokenIn(request)));
  });
  router.post(FILE, async (request, response) => {
    const used = await useDataLink(tokenIn(request), now());
    if (used.result === 'gone') {
      sealed(response).status(410).type('html').send(gonePage);
      return;
    }
    const data = await allMyData(used.person, now());
    sealed(response)
      .attachment('pakmud-my-data.json')
      .type('json')
      .send(`${JSON.stringify(data, null, 2)}\n`);
  });
  return router;
}

const tokenIn = (request: Request): string => request.params[0] ?? '';

/** Kept by nobody, found by nobody, told to nobody. */
function sealed(response: Response): Response {
  return response.set({
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
  });
}

function page(body: string): string {
  return `<!doctype html>
<html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>ปักหมุด: ข้อมูลของฉัน</title><style>${style}</style></head><body>
${body}
</body></html>
`;
}

/** The token is of letters, digits, - and _ only, see `PAGE`. */
function askingPage(token: string): string {
  return page(`<h1>ข้อมูลของฉัน</h1>
<p>ไฟล์นี้มีข้อมูลทั้งหมดที่เก็บเกี่ยวกับคุณ ดาวน์โหลดได้ครั้งเดียว ภายใน 10 นาทีหลังขอ กรุณาเก็บไว้ในที่ปลอดภัย</p>
<form method="post" action="/my-data/${token}.json"><button>ดาวน์โหลดข้อมูลของฉัน · Download my data</button></form>
<section lang="en"><p>This file holds everything that is stored about you. It can be downloaded once, within 10 minutes after you asked for it. Please keep it somewhere safe.</p></section>`);
}

const gonePage = page(`<h1>ลิงก์นี้ใช้ไม่ได้แล้ว</h1>
<p>ลิงก์ใช้ได้ครั้งเดียวและภายใน 10 นาที ขอลิงก์ใหม่ได้ในแชต พิมพ์ “ข้อมูลของฉัน”</p>
<section lang="en"><p>This link does not work any more. It works once, within 10 minutes. Ask for a new one in the chat: type “my data”.</p></section>`);
