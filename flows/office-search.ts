/** A search for service points as a button carries it: what is searched for, where, and how many were shown already. */
import { z } from 'zod';

const position = z.tuple([z.number(), z.number()]);
const where = z.union([z.object({ position }), z.object({ area: z.string().min(1).max(100) })]);
const skip = z.number().int().min(0).max(1_000);
const code = z.string().min(1).max(20);
const words = z.string().min(1).max(200);

/** What is searched for. `skip` counts the results before this page; without `where` it is asked for. */
export const search = z.discriminatedUnion('by', [
  z.object({ by: z.literal('place'), position, skip }),
  z.object({ by: z.literal('name'), words, skip }),
  /** All offices of a district or province. */
  z.object({ by: z.literal('area'), area: z.string().min(1).max(100), skip }),
  z.object({ by: z.literal('kind'), kind: z.string().min(1).max(40), where: where.exactOptional(), skip }),
  z.object({
    by: z.literal('service'),
    procedure: z.string().min(1).max(60),
    where: where.exactOptional(),
    skip,
  }),
  /** The services that words may mean, to choose one. */
  z.object({ by: z.literal('services'), words }),
  /** One office; `metres` from where the person is, when they said where. */
  z.object({ by: z.literal('code'), code, metres: z.number().int().min(0).exactOptional() }),
  /** What else can be done about an office, and what to send to a friend. */
  z.object({ by: z.literal('more'), code }),
  z.object({ by: z.literal('share'), code }),
]);
export type Search = z.infer<typeof search>;
type Where = z.infer<typeof where>;
type Point = z.infer<typeof position>;

/** A search as a button's value. Five decimals of a degree are a metre. */
export function encodeSearch(asked: Search): string {
  switch (asked.by) {
    case 'place':
      return `place ${asked.skip} ${pointOf(asked.position)}`;
    case 'name':
      return `name ${asked.skip} ${asked.words}`;
    case 'area':
      return `area ${asked.skip} ${asked.area}`;
    case 'kind':
      return `kind ${asked.skip} ${asked.kind}${whereOf(asked.where)}`;
    case 'service':
      return `service ${asked.skip} ${asked.procedure}${whereOf(asked.where)}`;
    case 'services':
      return `services ${asked.words}`;
    case 'code':
      return `code ${asked.code}${asked.metres === undefined ? '' : ` ${asked.metres}`}`;
    case 'more':
    case 'share':
      return `${asked.by} ${asked.code}`;
  }
}

/** The search a button's value stands for; undefined for anything else. */
export function readSearch(value: string): Search | undefined {
  const [by, first = '', ...rest] = value.split(' ');
  const [named = '', ...place] = rest;
  switch (by) {
    case 'place':
      return search.safeParse({ by, skip: Number(first), position: rest.map(Number) }).data;
    case 'name':
      return search.safeParse({ by, skip: Number(first), words: rest.join(' ') }).data;
    case 'area':
      return search.safeParse({ by, skip: Number(first), area: rest.join(' ') }).data;
    case 'kind':
      return search.safeParse({ by, skip: Number(first), kind: named, ...readWhere(place) }).data;
    case 'service':
      return search.safeParse({ by, skip: Number(first), procedure: named, ...readWhere(place) }).data;
    case 'services':
      return search.safeParse({ by, words: [first, ...rest].join(' ') }).data;
    default:
      return search.safeParse({ by, code: first, ...(by === 'code' && named && { metres: Number(named) }) })
        .data;
  }
}

function pointOf(point: Point): string {
  return point.map((degrees) => degrees.toFixed(5)).join(' ');
}

/** "@ 99.83250 19.90720" or "= จ.เชียงราย" */
function whereOf(place: Where | undefined): string {
  if (!place) return '';
  return 'area' in place ? ` = ${place.area}` : ` @ ${pointOf(place.position)}`;
}

function readWhere([mark, ...rest]: string[]): { where?: unknown } {
  if (mark === '=') return { where: { area: rest.join(' ') } };
  return mark === '@' ? { where: { position: rest.map(Number) } } : {};
}
