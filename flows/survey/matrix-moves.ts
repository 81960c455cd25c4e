/** Where each answer in the matrix leads: marks stay with the page, and are written when the page is left. */
import type { CopyNeeds } from '../procedures/procedure.ts';
import { isLastPage } from './matrix-asking.ts';
import {
  atFound,
  atPage,
  codesShown,
  enterMatrix,
  firstOpen,
  keepRows,
  MATRIX_PAGE,
  NO_COPY,
  namedIn,
  needsOf,
  type Rows,
  rowsToKeep,
  withMarks,
  withRows,
} from './matrix-page.ts';
import { matrixTexts as text } from './matrix-texts.ts';
import type { Marking, Marks, MatrixWords } from './matrix-words.ts';
import { noting, onward, writing } from './moves.ts';
import type { Question } from './question.ts';
import type { MatrixPlace, SurveyAdvance, SurveyAt, SurveyMove } from './session.ts';
import type { Sheet } from './sheet.ts';

/** The matrix at one turn. */
export type MatrixTurn = { question: Question; place: MatrixPlace; sheet: Sheet; at: SurveyAt };

/** Where the person stands; entered anew when nothing is remembered. */
export function placeIn(sheet: Sheet, { data: { matrix } }: SurveyAt): MatrixPlace {
  return matrix ?? enterMatrix(sheet);
}

/** Stays in the matrix, elsewhere or with other marks. */
export function stayAt(place: MatrixPlace, { question, sheet, at }: MatrixTurn): SurveyAdvance {
  const noted = noting(sheet, at);
  return {
    to: `q:${question.id}`,
    set: { ...noted.set, round: sheet.state.round.id, matrix: place },
    effects: noted.effects,
  };
}

/** Leaves the page with these rows written. `lead` says where to, seeing the sheet as it is by then. */
export function leaving(
  rows: Rows,
  { place, sheet, at }: MatrixTurn,
  lead: (sheet: Sheet) => SurveyAdvance,
): SurveyAdvance {
  return writing(keepRows(rows, place.seen, sheet.state.round.id, at), lead(withRows(sheet, rows)));
}

/** The next page; after the last one what is still open, and then the next question. */
export function nextPage(turn: MatrixTurn): SurveyAdvance {
  const { place } = turn;
  const { found } = place;
  if (found) {
    const skip = found.skip + MATRIX_PAGE;
    return leaving(place.marks, turn, (sheet) =>
      stayAt(
        skip < found.codes.length
          ? atFound(place, { ...found, skip }, sheet)
          : atPage(place, place.skip, sheet),
        turn,
      ),
    );
  }
  return leaving(rowsToKeep(place, turn.sheet), turn, (sheet) =>
    isLastPage(place)
      ? openOrOnward(sheet, turn)
      : stayAt(atPage(place, place.skip + MATRIX_PAGE, sheet), turn),
  );
}

/** To the first page with something to answer, else on to the next question. */
function openOrOnward(sheet: Sheet, turn: MatrixTurn): SurveyAdvance {
  const open = firstOpen(turn.place.codes, sheet);
  return open === undefined
    ? onward(sheet, turn.question.id, turn.at)
    : stayAt(atPage(turn.place, open, sheet), turn);
}

/** To the page with this place in the list. */
export function toPage(index: number, turn: MatrixTurn): SurveyAdvance {
  return leaving(turn.place.marks, turn, (sheet) => stayAt(atPage(turn.place, index, sheet), turn));
}

/** Whatever has no row yet needs no copies; done. */
export function restNone(turn: MatrixTurn): SurveyAdvance {
  const { place, sheet } = turn;
  const open = place.codes.filter((code) => sheet.state.matrix[code] === undefined);
  const rows = { ...Object.fromEntries(open.map((code) => [code, NO_COPY])), ...place.marks };
  return leaving(rows, turn, (after) => onward(after, turn.question.id, turn.at));
}

/** The codes that are marked as needing copies, kept or on this page. */
export function markedCodes({ place, sheet }: MatrixTurn): string[] {
  return place.codes.filter((code) => {
    const { idCard, house } = needsOf(code, place, sheet);
    return idCard || house;
  });
}

/** No procedure needs copies, also those marked before. What is marked was shown before it is cleared. */
export function allNone(turn: MatrixTurn): SurveyAdvance {
  const { place, sheet } = turn;
  const marked = markedCodes(turn);
  const wanted = place.codes.filter(
    (code) => sheet.state.matrix[code] === undefined || marked.includes(code),
  );
  const rows = Object.fromEntries(wanted.map((code) => [code, NO_COPY]));
  return leaving(rows, turn, (after) => onward(after, turn.question.id, turn.at));
}

/** What the agency submitted in the round before. What a colleague answered in this one stays. */
export function asLastYear(turn: MatrixTurn): SurveyAdvance {
  const { place, sheet } = turn;
  const { lastRound = {}, matrix } = sheet.state;
  const free = place.codes.filter((code) => matrix[code] === undefined || matrix[code].mine);
  const rows = Object.fromEntries(free.flatMap((code) => (lastRound[code] ? [[code, lastRound[code]]] : [])));
  return leaving(rows, turn, (after) => openOrOnward(after, turn));
}

/** A mark by a tap on the page that is open. */
export function tapped(code: string, set: Marking, turn: MatrixTurn): SurveyAdvance {
  const { place, sheet } = turn;
  return stayAt(withMarks(place, { [code]: { ...needsOf(code, place, sheet), ...set } }, sheet), turn);
}

/** What was typed. */
export function typed(words: MatrixWords, turn: MatrixTurn): SurveyMove {
  const { codes } = turn.place;
  switch (words.kind) {
    case 'page': {
      const pages = Math.ceil(codes.length / MATRIX_PAGE);
      if (words.page < 1 || words.page > pages) return { again: text('noSuchPage', { pages }) };
      return toPage((words.page - 1) * MATRIX_PAGE, turn);
    }
    case 'numbers': {
      const found = codesNumbered(words.numbers, codes);
      return found ? toFound(found, undefined, turn) : { again: text('noSuchNumber', { all: codes.length }) };
    }
    case 'search':
      return search(words.words, turn);
    case 'marks':
      return marked(words.marks, words.whole, turn);
  }
}

function search(words: string, turn: MatrixTurn): SurveyMove {
  const found = namedIn(words, turn.sheet);
  const shown = words.slice(0, 60);
  return found.length > 0 ? toFound(found, shown, turn) : { again: text('noneFound', { words: shown }) };
}

/** Shows these in place of the page; what was marked on the page is written. */
function toFound(codes: string[], words: string | undefined, turn: MatrixTurn): SurveyAdvance {
  const found = { codes, skip: 0, ...(words !== undefined && { words }) };
  return leaving(turn.place.marks, turn, (sheet) => stayAt(atFound(turn.place, found, sheet), turn));
}

/** The codes with these numbers; undefined when one of them is not there. */
function codesNumbered(numbers: readonly number[], codes: readonly string[]): string[] | undefined {
  const found = numbers.map((number) => codes[number - 1]).filter((code) => code !== undefined);
  return found.length === numbers.length ? found : undefined;
}

function marked(groups: readonly Marks[], whole: string, turn: MatrixTurn): SurveyMove {
  const { place, sheet } = turn;
  const numbers = groups.flatMap((group) => group.numbers);
  const names = groups.flatMap((group) => group.names);
  if (!codesNumbered(numbers, place.codes))
    return { again: text('noSuchNumber', { all: place.codes.length }) };
  const unclear = names.find((name) => namedIn(name, sheet).length !== 1);
  // A name that is none, or not just one: it was a search, or it has to be chosen from what fits.
  if (unclear !== undefined) return search(namedIn(whole, sheet).length > 0 ? whole : unclear, turn);
  const marks: Record<string, CopyNeeds> = {};
  for (const { numbers: some, names: called, set } of groups)
    for (const code of [
      ...(codesNumbered(some, place.codes) ?? []),
      ...called.flatMap((name) => namedIn(name, sheet)),
    ])
      marks[code] = { ...(marks[code] ?? needsOf(code, place, sheet)), ...set };
  return afterMarks(marks, turn);
}

/** On the page that is open they are simply marked; what is not on it is shown, so that one sees what was marked. */
function afterMarks(marks: Rows, turn: MatrixTurn): SurveyAdvance {
  const { place, sheet } = turn;
  const codes = Object.keys(marks);
  const isOnPage = codes.every((code) => codesShown(place).includes(code));
  if (isOnPage) return stayAt(withMarks(place, marks, sheet), turn);
  return leaving(place.marks, turn, (after) => {
    const shown = atFound(place, { codes, skip: 0 }, after);
    return stayAt(withMarks(shown, marks, after), turn);
  });
}
