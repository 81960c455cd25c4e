/** What a button that opens the services of an office carries: the pin, and one procedure or a page of the list. */

/** `skip` counts the procedures before the page; `words` are a part of the titles that are listed. */
export type ServiceOpening =
  | { pin: string; procedure: string }
  | { pin: string; skip: number; words?: string };

/** UTF-16 units of words a button has room for. */
const WORDS_AT_MOST = 80;
const PAGE = /^:(\d{1,4})(?: (.+))?$/;

/** As a button's value. Codes of procedures never begin with a colon. */
export function encodeServices(opening: ServiceOpening): string {
  if ('procedure' in opening) return `${opening.pin} ${opening.procedure}`;
  const { pin, skip, words } = opening;
  if (words) return `${pin} :${skip} ${words.slice(0, WORDS_AT_MOST).toWellFormed()}`;
  return skip > 0 ? `${pin} :${skip}` : pin;
}

/** What such a value opens; undefined for an empty one. */
export function readServices(value: string): ServiceOpening | undefined {
  const [, pin, rest = ''] = /^(\S+)(?: (.+))?$/.exec(value) ?? [];
  if (!pin) return undefined;
  const [, skip, words] = PAGE.exec(rest) ?? [];
  if (skip !== undefined) return { pin, skip: Number(skip), ...(words && { words }) };
  return rest === '' ? { pin, skip: 0 } : { pin, procedure: rest };
}
