/** A search for service points as a button carries it: what is searched for, and how many were shown already. */
import { z } from 'zod';

/** What is searched for. `skip` counts the results before this page. */
export const search = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('place'),
    position: z.tuple([z.number(), z.number()]),
    skip: z.number().int().min(0).max(1_000),
  }),
  z.object({
    by: z.literal('name'),
    words: z.string().min(1).max(200),
    skip: z.number().int().min(0).max(1_000),
  }),
  z.object({ by: z.literal('code'), code: z.string().min(1).max(20) }),
]);
export type Search = z.infer<typeof search>;

/** A search as a button's value. Five decimals of a degree are a metre. */
export function encodeSearch(asked: Search): string {
  switch (asked.by) {
    case 'place':
      return `place ${asked.skip} ${asked.position.map((degrees) => degrees.toFixed(5)).join(' ')}`;
    case 'name':
      return `name ${asked.skip} ${asked.words}`;
    case 'code':
      return `code ${asked.code}`;
  }
}

/** The search a button's value stands for; undefined for anything else. */
export function readSearch(value: string): Search | undefined {
  const [by, first = '', ...rest] = value.split(' ');
  const fields =
    by === 'place'
      ? { by, skip: Number(first), position: rest.map(Number) }
      : { by, skip: Number(first), words: rest.join(' '), code: first };
  return search.safeParse(fields).data;
}
