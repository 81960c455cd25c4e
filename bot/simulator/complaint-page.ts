/** The page of the simulated complaint system: its cases with their photos, their updates, and what goes wrong. */
import { complaintFaultKinds } from './complaint-faults.ts';
import { type ComplaintService, complaintStatuses, type TakenCase } from './complaint-service.ts';

const style =
  'body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1c2b33}article{border:1px solid #c9d3d8;border-radius:8px;padding:.6rem 1rem;margin:1rem 0}h2{font-size:1.1rem;margin:0}form{display:inline}img{height:96px;margin-right:.4rem}button,select,input{font:inherit}';

/** The page as HTML. */
export function complaintPage({ cases, faults }: ComplaintService): string {
  const list = cases.toReversed().map(caseOf).join('\n') || '<p>ยังไม่มีเรื่อง · no cases yet</p>';
  return `<!doctype html>
<html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>1111 (จำลอง)</title><style>${style}</style></head><body>
<h1>ศูนย์ 1111 จำลอง · the simulated 1111</h1>
${faultForm(faults[0]?.kind ?? 'none')}
${list}
</body></html>
`;
}

function faultForm(current: string): string {
  const options = ['none', ...complaintFaultKinds]
    .map((kind) => `<option${kind === current ? ' selected' : ''}>${kind}</option>`)
    .join('');
  return `<form method="post" action="/1111/faults"><label>ให้ผิดพลาด · fault <select name="kind">${options}</select></label> <button>ตั้ง · set</button></form>`;
}

function caseOf({ number, body, status, posts }: TakenCase): string {
  const { code, category, words, photos, target } = body;
  const about =
    'office' in target ? `${target.office.name.th} (${target.office.code})` : placeInWords(target.place);
  const pictures = photos.map((url) => `<img src="${escaped(url)}" alt="">`).join('');
  return `<article><h2>${escaped(number)} · ${escaped(code)} · ${status}</h2>
<p>${escaped(category)} · ${escaped(about)} · posts: ${posts}</p><p>${escaped(words)}</p>${pictures}
${updateForm(number)}</article>`;
}

function placeInWords({
  area,
  position,
}: Extract<TakenCase['body']['target'], { place: unknown }>['place']): string {
  return position ? `${area.th} (${position.latitude}, ${position.longitude})` : area.th;
}

function updateForm(number: string): string {
  const buttons = complaintStatuses
    .map((status) => `<button name="status" value="${status}">${status}</button>`)
    .join(' ');
  return `<form method="post" action="/1111/cases/${encodeURIComponent(number)}/updates"><input name="words" placeholder="ข้อความถึงผู้ร้อง" size="40"> ${buttons}</form>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);
