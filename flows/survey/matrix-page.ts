/** The matrix as pages of five: which rows a page shows, how they are marked, and what is written when it is left. */
import { looseForm } from '../../models/thai/normal-form.ts';
import type { Effect } from '../effects.ts';
import type { CopyNeeds, ListedProcedure } from '../procedures/procedure.ts';
import type { MatrixPlace, SurveyAt } from './session.ts';
import type { Sheet } from './sheet.ts';

/** Procedures on one page. */
export const MATRIX_PAGE = 5;

export const NO_COPY: CopyNeeds = { idCard: false, house: false };

export type Rows = Record<string, CopyNeeds>;

/** A procedure as a page shows it, with its number in the whole list. */
export type ShownRow = { number: number; procedure: ListedProcedure; needs: CopyNeeds };

/** The place to begin at: the first page with something to answer. */
export function enterMatrix(sheet: Sheet): MatrixPlace {
  const codes = sheet.procedures.map(({ code }) => code);
  return atPage({ codes, skip: 0, marks: {}, seen: {} }, firstOpen(codes, sheet) ?? 0, sheet);
}

/** The page with this place in the list, as it is now. */
export function atPage({ codes }: MatrixPlace, index: number, sheet: Sheet): MatrixPlace {
  const skip = Math.floor(index / MATRIX_PAGE) * MATRIX_PAGE;
  return shown({ codes, skip, marks: {}, seen: {} }, sheet);
}

/** These procedures in place of the page: found for `words`, or just marked. */
export function atFound(
  { codes, skip }: MatrixPlace,
  found: NonNullable<MatrixPlace['found']>,
  sheet: Sheet,
): MatrixPlace {
  return shown({ codes, skip, found, marks: {}, seen: {} }, sheet);
}

function shown(place: MatrixPlace, sheet: Sheet): MatrixPlace {
  return { ...place, seen: seenOf(codesShown(place), sheet) };
}

function seenOf(codes: readonly string[], { state: { matrix } }: Sheet): Record<string, number> {
  return Object.fromEntries(codes.flatMap((code) => (matrix[code] ? [[code, matrix[code].change]] : [])));
}

/** The codes on the page that is open. */
export function codesShown({ codes, skip, found }: MatrixPlace): string[] {
  return found
    ? found.codes.slice(found.skip, found.skip + MATRIX_PAGE)
    : codes.slice(skip, skip + MATRIX_PAGE);
}

/** The rows on the page that is open. Procedures that are gone by now are left out. */
export function rowsShown(place: MatrixPlace, sheet: Sheet): ShownRow[] {
  return codesShown(place).flatMap((code) => {
    const procedure = sheet.procedures.find((one) => one.code === code);
    return procedure
      ? [{ number: place.codes.indexOf(code) + 1, procedure, needs: needsOf(code, place, sheet) }]
      : [];
  });
}

/** What a procedure needs as the page shows it: marked here, kept already, or nothing. */
export function needsOf(code: string, place: MatrixPlace, { state: { matrix } }: Sheet): CopyNeeds {
  const { idCard, house } = place.marks[code] ?? matrix[code] ?? NO_COPY;
  return { idCard, house };
}

/**
 * The place with these rows marked. A row was seen as it was shown when it was marked; whatever is not marked is shown
 * anew, and what was not on the page counts as seen as it is now.
 */
export function withMarks(place: MatrixPlace, marks: Rows, sheet: Sheet): MatrixPlace {
  const shownNow = codesShown(place);
  const isMarked = (code: string) => code in place.marks || (code in marks && shownNow.includes(code));
  const anew = [...shownNow, ...Object.keys(marks)].filter((code) => !isMarked(code));
  return {
    ...place,
    marks: { ...place.marks, ...marks },
    seen: { ...place.seen, ...seenOf(anew, sheet) },
  };
}

/** The place with these procedures seen as they are now. */
export function withSeen(place: MatrixPlace, codes: readonly string[], sheet: Sheet): MatrixPlace {
  return { ...place, seen: { ...seenOf(codes, sheet), ...place.seen } };
}

/** What leaving the page keeps: every row of a page of the list, since it was looked over; of others what was marked. */
export function rowsToKeep(place: MatrixPlace, sheet: Sheet): Rows {
  if (place.found) return place.marks;
  const page = rowsShown(place, sheet).map(({ procedure: { code }, needs }) => [code, needs] as const);
  return { ...place.marks, ...Object.fromEntries(page) };
}

/** The write of rows; none when there are none. */
export function keepRows(rows: Rows, seen: Record<string, number>, round: string, at: SurveyAt): Effect[] {
  if (Object.keys(rows).length === 0) return [];
  const { agency = '' } = at.data;
  return [{ do: 'answerMatrix', id: `${at.turn}:rows`, agency, round, rows, seen }];
}

/** The sheet with rows that are being written in this turn; what is written already stays as it is. */
export function withRows(sheet: Sheet, rows: Rows): Sheet {
  const changed = Object.entries(rows).flatMap(([code, needs]) => {
    const there = sheet.state.matrix[code];
    const isThere = there?.idCard === needs.idCard && there.house === needs.house;
    const kept = { ...needs, by: '', mine: true, at: '', change: (there?.change ?? 0) + 1 };
    return isThere ? [] : [[code, kept] as const];
  });
  const matrix = { ...sheet.state.matrix, ...Object.fromEntries(changed) };
  return { ...sheet, state: { ...sheet.state, matrix } };
}

/** The place in the list of the first procedure that has no row yet. */
export function firstOpen(codes: readonly string[], { state: { matrix } }: Sheet): number | undefined {
  const index = codes.findIndex((code) => matrix[code] === undefined);
  return index < 0 ? undefined : index;
}

/** The codes of the procedures that these words name: exactly, or else as a part of their titles. */
export function namedIn(words: string, { procedures }: Sheet): string[] {
  const said = looseForm(words);
  if (said === '') return [];
  const forms = procedures.map(({ code, title }) => ({
    code,
    titles: [title.th, title.en ?? ''].map(looseForm),
  }));
  const exact = forms.filter(({ titles }) => titles.includes(said));
  const found = exact.length > 0 ? exact : forms.filter(({ titles }) => titles.some((t) => t.includes(said)));
  return found.map(({ code }) => code);
}
