/** The limits that LINE's documentation names and its OpenAPI leaves out, and how LINE counts them. */
import type { Ajv2019 } from 'ajv/dist/2019.js';

type Schema = Record<string, unknown>;
type Properties = Record<string, Schema>;

const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' });

const graphemesOf = (text: string) => [...segmenter.segment(text)].length;

/** `units`: UTF-16 units; `graphemes`: what a reader sees as one; `jsonBytes`: the size as JSON in UTF-8. */
export function addCounting(ajv: Ajv2019): void {
  const onText = { type: 'string', schemaType: 'number' } as const;
  ajv.addKeyword({
    ...onText,
    keyword: 'units',
    validate: (most: number, text: string) => text.length <= most,
  });
  ajv.addKeyword({
    ...onText,
    keyword: 'graphemes',
    validate: (most: number, text: string) => graphemesOf(text) <= most,
  });
  ajv.addKeyword({
    keyword: 'jsonBytes',
    type: 'object',
    schemaType: 'number',
    validate: (most: number, value: unknown) => Buffer.byteLength(JSON.stringify(value)) <= most,
  });
}

/** Changes the parsed schemas of `messaging-api.yml`; other documents lack these names and stay as they are. */
export function addMissingLimits(schemas: Record<string, Schema>): void {
  const limit = (schema: string, properties: Properties) => {
    const found = schemas[schema];
    if (found !== undefined) schemas[schema] = { ...found, allOf: [...parts(found), { properties }] };
  };
  const text = { units: 5000, minLength: 1 };
  const altText = { units: 1500, minLength: 1 };
  limit('TextMessage', { text });
  limit('TextMessageV2', { text });
  limit('LocationMessage', { title: { units: 100 }, address: { units: 100 } });
  for (const schema of ['TemplateMessage', 'FlexMessage', 'ImagemapMessage']) limit(schema, { altText });
  limit('FlexCarousel', { contents: { minItems: 1, maxItems: 12 } });
  limit('RichMenuRequest', { areas: { maxItems: 20 } });
  limit('PostbackAction', { displayText: { graphemes: 300 }, fillInText: { graphemes: 300 } });
  limit('MessageAction', { text: { graphemes: 300 } });
  limit('URIAction', { uri: { units: 1000 } });
  addLabelLimits(limit);
  addSizes(schemas);
}

const labelled = (most: number) => ({ required: ['label'], properties: { label: { graphemes: most } } });

function addLabelLimits(limit: (schema: string, properties: Properties) => void): void {
  for (const schema of ['ButtonsTemplate', 'ConfirmTemplate', 'CarouselColumn']) {
    limit(schema, { actions: { items: labelled(20) } });
  }
  limit('ImageCarouselColumn', { action: { properties: { label: { graphemes: 12 } } } });
  limit('QuickReplyItem', { action: labelled(20) });
  limit('FlexButton', { action: labelled(40) });
}

function addSizes(schemas: Record<string, Schema>): void {
  for (const [schema, jsonBytes] of [
    ['FlexBubble', 30 * 1024],
    ['FlexCarousel', 50 * 1024],
  ] as const) {
    const found = schemas[schema];
    if (found !== undefined) schemas[schema] = { ...found, jsonBytes };
  }
}

function parts(schema: Schema): unknown[] {
  return Array.isArray(schema.allOf) ? schema.allOf : [];
}
