/** The page of the matrix as it is shown: five cards with two toggles each, and ways on. */
import { type Asking, answer, type Card, type Option, say } from '../engine/message.ts';
import type { Text, Words } from '../engine/text.ts';
import type { CopyNeeds } from '../procedures/procedure.ts';
import { workingLine } from './asking.ts';
import { notesOf } from './keep-answer.ts';
import { MATRIX_PAGE, rowsShown, type ShownRow } from './matrix-page.ts';
import { matrixTexts as text } from './matrix-texts.ts';
import type { Question } from './question.ts';
import type { MatrixPlace, SurveyAt } from './session.ts';
import { isAnswered, placeOf, type Sheet } from './sheet.ts';
import { commandOptions } from './survey-commands.ts';
import { colleague } from './survey-texts.ts';

/** From here on there is a way to search; fewer can be looked through. */
const SEARCHED_FROM = 21;

/** The page. */
export function askPage(question: Question, place: MatrixPlace, sheet: Sheet, at: SurveyAt): Asking {
  const rows = rowsShown(place, sheet);
  const how = place.codes.length < SEARCHED_FROM ? text('how') : text('howMany');
  const parts: (Words | undefined)[] = [
    header(question, place, sheet),
    progress(place, sheet),
    workingLine(sheet),
    how,
  ];
  return {
    messages: [
      ...notesOf(sheet, at),
      rows.length > 0
        ? { kind: 'cards', text: underEachOther(parts), cards: rows.map((row) => cardOf(row, sheet)) }
        : say(underEachOther(parts)),
    ],
    quick: [...waysOn(question, place, sheet), ...commandOptions({ isAnswered: false })],
  };
}

function underEachOther(parts: readonly (Words | undefined)[]): Words {
  const [first = '', ...others] = parts.filter((part) => part !== undefined);
  return others.length === 0 ? first : text('lines', { first, second: underEachOther(others) });
}

function header(question: Question, { codes, skip, found }: MatrixPlace, sheet: Sheet): Text {
  const shown = found ?? { codes, skip };
  const all = shown.codes.length;
  const span = { from: shown.skip + 1, to: Math.min(shown.skip + MATRIX_PAGE, all), all };
  if (!found) return text('page', { ...placeOf(question, sheet), question: question.text, ...span });
  return found.words === undefined ? text('marked', span) : text('found', { words: found.words, ...span });
}

function progress({ marks }: MatrixPlace, { state: { matrix }, procedures }: Sheet): Text {
  const needs = procedures.flatMap(({ code }) => marks[code] ?? matrix[code] ?? []);
  const needing = needs.filter(({ idCard, house }) => idCard || house).length;
  return text('progress', { done: needs.length, all: procedures.length, needing });
}

function cardOf({ number, procedure: { code, title }, needs }: ShownRow, sheet: Sheet): Card {
  const subtitle = subtitleOf(code, sheet);
  return {
    title: text('numbered', { number, title }),
    ...(subtitle && { subtitle }),
    options: [
      answer(text(needs.idCard ? 'idCardOn' : 'idCardOff'), tapValue('id-card', !needs.idCard, code)),
      answer(text(needs.house ? 'houseOn' : 'houseOff'), tapValue('house', !needs.house, code)),
    ],
  };
}

/** A tap says what is to be, so that tapping twice does no harm; the code comes last, whatever is in it. */
function tapValue(copy: 'id-card' | 'house', wanted: boolean, code: string): string {
  return `${copy}:${wanted ? 'on' : 'off'}:${code}`;
}

/** What a tap on a toggle says; undefined when it is none. */
export function readTap(value: string): { code: string; set: Partial<CopyNeeds> } | undefined {
  const [, copy, wanted, code] = /^(id-card|house):(on|off):(.+)$/s.exec(value) ?? [];
  if (code === undefined) return undefined;
  return { code, set: copy === 'house' ? { house: wanted === 'on' } : { idCard: wanted === 'on' } };
}

function subtitleOf(code: string, { state: { matrix, lastRound } }: Sheet): Text | undefined {
  const row = matrix[code];
  if (row && !row.mine) return text('by', { by: colleague(row.by) });
  const before = row ? undefined : lastRound?.[code];
  return before && text('lastYear', { copies: copiesWords(before) });
}

/** Which copies, in words. */
function copiesWords({ idCard, house }: CopyNeeds): Text {
  if (idCard && house) return text('both');
  if (idCard) return text('onlyIdCard');
  return text(house ? 'onlyHouse' : 'neither');
}

/** Whether the list ends with the page that is open. */
export function isLastPage({ codes, skip }: MatrixPlace): boolean {
  return skip + MATRIX_PAGE >= codes.length;
}

function waysOn(question: Question, place: MatrixPlace, sheet: Sheet): Option[] {
  const { codes, skip, found } = place;
  const isOpen = !isAnswered(question, sheet);
  const hasMore = found ? found.skip + MATRIX_PAGE < found.codes.length : !isLastPage(place);
  const next = found || hasMore ? [] : [answer(text('finish'), 'next')];
  return [
    ...(hasMore ? [answer(text('next'), 'next')] : next),
    ...(found ? [answer(text('list'), 'list')] : []),
    ...((isOpen && codes.length > MATRIX_PAGE) || found ? [answer(text('rest'), 'rest')] : []),
    ...(found ? [] : [answer(text('none'), 'none')]),
    ...(sheet.state.lastRound && !found ? [answer(text('asLastYear'), 'as-last-year')] : []),
    ...(codes.length >= SEARCHED_FROM ? [answer(text('search'), 'search')] : []),
    ...(!found && skip > 0 ? [answer(text('previous'), 'previous')] : []),
  ];
}
