/** The parts of what a coordinator looks after, such as the districts of a province, to choose from: with counts, page by page. */
import { z } from 'zod';
import { oneOfOptions } from './engine/accepts.ts';
import type { Accept } from './engine/flow.ts';
import { answer, type Option } from './engine/message.ts';
import { defineTexts, labelsOf, type Words } from './engine/text.ts';
import type { CountedPart } from './pin-look-ups.ts';

export const partTexts = defineTexts('scope-parts', {
  counted: { th: '{{name}} ({{count}})', en: '{{name}} ({{count}})' },
  elsewhere: { th: 'ไม่ระบุพื้นที่', en: 'In no known area' },
  nextParts: { th: 'พื้นที่ถัดไป', en: 'Further areas' },
  previousParts: { th: 'พื้นที่ก่อนหน้า', en: 'Areas before' },
});

/** A part as it is remembered between turns. */
export const part = z.object({
  area: z.string(),
  name: z.object({ th: z.string(), en: z.string().optional() }).optional(),
  count: z.number(),
});
export type Part = z.infer<typeof part>;

/** With "next" and "previous" these fill a few bubbles side by side. */
const PARTS_SHOWN = 20;

/** A part chosen, or another page of them: then how many stand before it. */
export type PartAnswer = { part: Part } | { skip: number };

/** How a part is called. */
export function partName({ name }: Part): Words {
  return name ?? partTexts('elsewhere');
}

/** Parts as they are remembered; what comes out of a look-up may have more. */
export function rememberedParts(parts: readonly CountedPart[]): Part[] {
  return parts.map(({ area, name, count }) => ({ area, count, ...(name && { name }) }));
}

/** One page of parts to tap. */
export function partOptions(parts: readonly Part[], skip = 0): Option[] {
  return [
    ...shown(parts, skip).map((one) =>
      answer(partTexts('counted', { name: partName(one), count: one.count }), one.area),
    ),
    ...turns(parts, skip).map(({ key, value }) => answer(partTexts(key), value)),
  ];
}

/** A tap, a number or a name of the page shown. */
export function partAnswer(parts: readonly Part[], skip = 0): Accept<PartAnswer> {
  const { th, en } = partTexts.texts.elsewhere;
  const choice = oneOfOptions([
    ...shown(parts, skip).map(({ area, name }) => ({
      value: area,
      labels: name ? labelsOf(name) : [th, en],
    })),
    ...turns(parts, skip).map(({ key, value }) => ({
      value,
      labels: [partTexts.texts[key].th, partTexts.texts[key].en],
    })),
  ]);
  return {
    freeText: false,
    read(input, now) {
      const reading = choice.read(input, now);
      if (!reading.ok) return reading;
      const known = parts.find(({ area }) => area === reading.value);
      return { ok: true, value: known ? { part: known } : { skip: Number(reading.value) } };
    },
  };
}

const shown = (parts: readonly Part[], skip: number) => parts.slice(skip, skip + PARTS_SHOWN);

function turns(parts: readonly Part[], skip: number) {
  return [
    ...(skip + PARTS_SHOWN < parts.length
      ? [{ key: 'nextParts' as const, value: String(skip + PARTS_SHOWN) }]
      : []),
    ...(skip > 0 ? [{ key: 'previousParts' as const, value: String(Math.max(0, skip - PARTS_SHOWN)) }] : []),
  ];
}
