/** The table of `export survey`: one row for each agency, with its newest answers, its route and its copies. */
import type { Choice, Question } from '../../flows/survey/question.ts';
import { readinessSurvey } from '../../flows/survey/questions.ts';
import { areasOf } from '../../models/agency-search.ts';
import type { SurveyAnswer } from '../../models/survey-answer.ts';
import type { ResponsesWanted } from '../../models/survey-newest.ts';
import { isAsking, type ReportedAgency, reportedAgencies } from '../../models/survey-report.ts';
import { bangkokDate } from '../../models/thai/calendar.ts';
import type { Cell, Column } from './table-file.ts';

/** An agency with its place in words. */
export type SurveyRow = ReportedAgency & { area: string };

const ROUTES = { offline: 'ออฟไลน์', 'online-a': 'ออนไลน์ ก', 'online-b': 'ออนไลน์ ข' } as const;
const yes = (holds: boolean): string => (holds ? 'ใช่' : 'ไม่ใช่');

/** The columns. Questions come in their order, what a choice asks for behind its question. */
export const surveyColumns: readonly Column<SurveyRow>[] = [
  { header: 'รหัสหน่วยงาน', cell: ({ agency }) => agency.code },
  { header: 'หน่วยงาน', cell: ({ agency }) => agency.name.th },
  { header: 'พื้นที่', cell: ({ area }) => area },
  { header: 'ประเภท', cell: ({ agency }) => agency.kind },
  { header: 'กรม', cell: ({ agency }) => agency.department },
  { header: 'กระทรวง', cell: ({ agency }) => agency.ministry },
  { header: 'ส่งแล้ว', cell: ({ newest }) => yes(newest !== undefined) },
  { header: 'ฉบับที่', cell: ({ newest }) => newest?.revision ?? null },
  { header: 'วันที่ส่ง', cell: ({ newest }) => (newest ? bangkokDate(newest.at) : null) },
  { header: 'ส่งครั้งแรกช้ากว่ากำหนด', cell: ({ newest }) => (newest ? yes(newest.first.late) : null) },
  ...readinessSurvey.questions.flatMap(columnsOf),
  { header: 'เส้นทาง', cell: ({ route }) => (route ? ROUTES[route.id] : null) },
  { header: 'ผู้ประสานงานกำหนดเส้นทาง', cell: ({ route }) => (route ? yes(route.isChosen) : null) },
  { header: 'เครื่องอ่านบัตรที่ขาด', cell: ({ readersMissing }) => readersMissing },
  { header: 'บริการทั้งหมด', cell: ({ copies }) => procedures(copies).size },
  {
    header: 'บริการที่เคยขอสำเนา',
    cell: ({ copies }) => procedures(copies.filter(({ before }) => before.idCard || before.house)).size,
  },
  { header: 'บริการที่ยังขอสำเนา', cell: ({ copies }) => procedures(copies.filter(isAsking)).size },
];

/** The rows, by code of the agency. */
export async function* surveyRows(wanted: ResponsesWanted, now: Date): AsyncGenerator<SurveyRow> {
  for await (const reported of reportedAgencies(wanted, now)) {
    const [area] = await areasOf([reported.agency]);
    yield { ...reported, area: area?.th ?? '' };
  }
}

const procedures = (rows: ReportedAgency['copies']): Set<string> =>
  new Set(rows.map(({ procedure }) => procedure));

function columnsOf(question: Question): Column<SurveyRow>[] {
  if (question.kind === 'matrix') return [];
  const answered = ({ newest }: SurveyRow): SurveyAnswer | undefined => newest?.answers[question.id];
  const header = question.title.th;
  const listed = 'choices' in question ? question.choices : [];
  return [
    { header, cell: (row) => answerCell(answered(row), listed) },
    ...listed.flatMap((choice) =>
      choice.asks
        ? [
            {
              header: `${header}: ${choice.label.th}`,
              cell: (row: SurveyRow) => detailCell(answered(row), choice),
            },
          ]
        : [],
    ),
  ];
}

function answerCell(answer: SurveyAnswer | undefined, listed: readonly Choice[]): Cell {
  if (!answer) return null;
  if ('number' in answer) return answer.number;
  return 'text' in answer ? answer.text : labelled(answer.choices, listed);
}

function detailCell(answer: SurveyAnswer | undefined, { id, asks }: Choice): Cell {
  const detail = answer && 'choices' in answer ? answer.details?.[id] : undefined;
  if (detail === undefined) return null;
  if (typeof detail === 'number') return detail;
  const parts = asks?.kind === 'parts' ? asks.parts : readinessSurvey.periods;
  return labelled(typeof detail === 'string' ? [detail] : detail, parts);
}

/** Ids in words; what has no words, such as a date or a reason, stands as it is. */
function labelled(ids: readonly string[], known: readonly Choice[]): string {
  return ids.map((id) => known.find((choice) => choice.id === id)?.label.th ?? id).join('; ');
}
