/** SVG drawings as PNG, with the Thai letters we bring along: what a machine has installed does not matter. */
import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';

const require = createRequire(import.meta.url);
const fontFiles = [
  require.resolve('@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf'),
  require.resolve('@expo-google-fonts/sarabun/700Bold/Sarabun_700Bold.ttf'),
];

/** ำ with the tone mark that may stand before it. */
const SARA_AM = /([\u0E48-\u0E4B]?)\u0E33/gu;

/**
 * The drawing as PNG, in its own size in pixels, drawn beside the event loop. Texts are set in Sarabun. Rejects for an
 * SVG that cannot be read.
 */
export async function drawSvg(svg: string): Promise<Buffer> {
  const drawing = await renderAsync(saraAmInParts(svg), {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Sarabun' },
  });
  return drawing.asPng();
}

/** The drawing library gives ำ no width of its own; its two parts, the ring before the tone mark, it sets well. */
function saraAmInParts(svg: string): string {
  return svg.replace(SARA_AM, '\u0E4D$1\u0E32');
}
