/**
 * What the cells of procedures may hold. A list stands in one cell with `|` between its items, or in JSON as an array;
 * a paper is written `name_th/name_en:original|copy|both`, or in JSON as an object.
 */
import { z } from 'zod';
import { registersNamed } from '../../flows/procedures/paper-register.ts';
import type { ProcedurePaper } from '../../models/procedure-document.ts';
import { cell } from './import-columns.ts';

const MOST_PAPERS = 40;
const LONGEST_LINK = 1000;
const NEEDS = ['original', 'copy', 'both'] as const;
const PAPER = /^(.+):\s*(original|copy|both)$/iu;
const THAI = /\p{Script=Thai}/u;

/** Single values. */
export const procedureCell = {
  code: z
    .string({ error: 'is empty' })
    .regex(/^[\w.-]{1,60}$/, 'should be letters, digits, and . _ - (at most 60)'),
  sentence: cell.address,
  law: z
    .string()
    .max(1000, 'is longer than 1000 characters')
    .refine((written) => !/\p{Cc}/u.test(written), 'has characters that cannot be shown'),
  link: z
    .string()
    .refine(isWebAddress, 'should be an address such as https://www.example.go.th/manual')
    .transform((written) => encoded(new URL(written).href))
    .refine((href) => href.length <= LONGEST_LINK, `is longer than ${LONGEST_LINK} characters`),
} as const;

function isWebAddress(written: string): boolean {
  const url = /^https?:\/\/[^/]/i.test(written) ? URL.parse(written) : null;
  return url ? url.hostname.includes('.') && url.username === '' && url.password === '' : false;
}

/** What the rules for addresses leave as it is, though it is not allowed in a URI: "|", "^" and the like. */
function encoded(href: string): string {
  return href
    .replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/g, (sign) => encodeURIComponent(sign))
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25');
}

/** Items in one cell, or an array of them; empty ones are left out. */
export function listOf<Item>(item: z.ZodType<Item, string>, most: number) {
  return z
    .union([z.string().transform(itemsIn), z.array(z.string())], 'should be a list of texts')
    .pipe(z.array(item).max(most, `has more than ${most} items`))
    .transform((items) => (items.length > 0 ? items : undefined));
}

function itemsIn(written: string): string[] {
  return written
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

const paperObject = z.object(
  { name_th: cell.name, name_en: cell.name.optional(), need: z.enum(NEEDS) },
  'a paper needs name_th, and need: original, copy or both',
);
const paper = z
  .union([z.string(), paperObject], 'a paper needs name_th, and need: original, copy or both')
  .transform(readPaper);

/** Papers to bring. */
export const papers = z
  .union(
    [z.string().transform(itemsIn), z.array(z.union([z.string(), paperObject]))],
    'should be a list of papers, each with name_th, and need: original, copy or both',
  )
  .pipe(z.array(paper).max(MOST_PAPERS, `has more than ${MOST_PAPERS} papers`))
  .transform((read) => (read.length > 0 ? read : undefined));

function readPaper(given: string | z.output<typeof paperObject>, context: z.RefinementCtx): ProcedurePaper {
  const paper =
    typeof given === 'string' ? paperIn(given) : paperNamed(given.name_th, given.name_en, given.need);
  if (typeof paper !== 'string') return paper;
  context.addIssue({ code: 'custom', message: paper });
  return z.NEVER;
}

/** The paper, or what is wrong with it. */
function paperIn(written: string): ProcedurePaper | string {
  const [, names = '', need = ''] = PAPER.exec(written) ?? [];
  const asked = NEEDS.find((known) => known === need.toLowerCase());
  if (!asked) return `“${written}” should end with :original, :copy or :both`;
  const [th, en] = namesIn(names.trim());
  return paperNamed(th, en, asked);
}

/** The English name stands behind the last slash, if what stands there is not Thai. */
function namesIn(names: string): [th: string, en: string | undefined] {
  const slash = names.lastIndexOf('/');
  const behind = names.slice(slash + 1).trim();
  return slash > 0 && behind !== '' && !THAI.test(behind)
    ? [names.slice(0, slash).trim(), behind]
    : [names, undefined];
}

function paperNamed(
  th: string,
  en: string | undefined,
  need: ProcedurePaper['need'],
): ProcedurePaper | string {
  if (th === '') return 'a paper has no name';
  if (th.length > 300) return 'the name of a paper is longer than 300 characters';
  const [of, another] = registersNamed(th);
  if (another) return `“${th}” names two papers; write each by itself`;
  return { name: en ? { th, en } : { th }, need, ...(of && { of }) };
}
