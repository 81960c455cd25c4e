// A drawing that stands for the photo of an invented office.

import { drawSvg } from '../pictures/draw-svg.ts';
import { escaped } from '../pictures/escape.ts';

const WINDOWS = [220, 400, 760, 940]
  .flatMap((x) => [330, 480].map((y) => `<rect x="${x}" y="${y}" width="110" height="90" fill="#cfe3f2"/>`))
  .join('');

/** A house with the office's name over its door, as PNG, 1,280 × 800. */
export function drawOffice(name: string): Promise<Buffer> {
  return drawSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="800">
<rect width="1280" height="800" fill="#dff0fb"/><rect y="640" width="1280" height="160" fill="#b9d8a4"/>
<polygon points="120,280 640,110 1160,280" fill="#b5533c"/><rect x="160" y="280" width="960" height="380" fill="#fbf3e2"/>
${WINDOWS}<rect x="560" y="470" width="160" height="190" fill="#7a5a3c"/>
<rect x="420" y="300" width="440" height="100" rx="12" fill="#1f6f5c"/>
<text x="640" y="368" font-family="Sarabun" font-size="52" font-weight="700" fill="#ffffff" text-anchor="middle">${escaped(name)}</text>
</svg>`);
}
