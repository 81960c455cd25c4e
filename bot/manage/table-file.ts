/** Tables as files that spreadsheet programs open: `.xlsx`, or `.csv` for tables of any length. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { WrongCall } from './command.ts';

/** A cell; an empty one is `null`. */
export type Cell = string | number | null;

/** A column: what stands above it, and its cell for a row. */
export type Column<Row> = { header: string; cell: (row: Row) => Cell };

/** A workbook is put together in memory; longer tables are written as CSV. */
const XLSX_ROWS = 100_000;
/** What makes a spreadsheet program take a text for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;
/** Tells spreadsheet programs that the letters are UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes rows into `file`, whose ending says how; the number of rows. Throws `WrongCall` for any other ending. */
export async function writeTable<Row>(
  file: string,
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row>,
): Promise<number> {
  if (file.endsWith('.xlsx')) return writeWorkbook(file, columns, rows);
  if (file.endsWith('.csv')) return writeCsv(file, columns, rows);
  throw new WrongCall(`${file} should end in .xlsx or .csv`);
}

async function writeWorkbook<Row>(
  file: string,
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row>,
): Promise<number> {
  const data: SheetData = [columns.map(({ header }) => ({ value: header, fontWeight: 'bold' as const }))];
  for await (const row of rows) {
    if (data.length > XLSX_ROWS)
      throw new WrongCall(`more than ${XLSX_ROWS.toLocaleString('en-US')} rows: write a .csv instead`);
    data.push(columns.map(({ cell }) => safe(cell(row))));
  }
  const widths = columns.map(({ header }) => ({ width: Math.max(12, header.length) }));
  await writeExcelFile(data, { columns: widths, stickyRowsCount: 1 }).toFile(file);
  return data.length - 1;
}

async function writeCsv<Row>(
  file: string,
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row>,
): Promise<number> {
  const output = createWriteStream(file);
  const write = async (line: string) => {
    if (!output.write(line)) await once(output, 'drain');
  };
  await write(BYTE_ORDER_MARK + lineOf(columns.map(({ header }) => header)));
  let count = 0;
  for await (const row of rows) {
    await write(lineOf(columns.map(({ cell }) => safe(cell(row)))));
    count += 1;
  }
  output.end();
  await finished(output);
  return count;
}

/** A text that would begin a formula gets an apostrophe in front, as spreadsheet programs write such texts. */
function safe(cell: Cell): Cell {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
