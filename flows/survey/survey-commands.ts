/** What can be said at any question of the survey instead of its answer: see all, keep the answer, correct another one. */
import { parseEditRequest } from '../answers/edit-request.ts';
import { isWord } from '../answers/words.ts';
import type { Accept, AnswerInput, Reading } from '../engine/flow.ts';
import { answer, type Option } from '../engine/message.ts';
import { enter, onward, toReview } from './moves.ts';
import type { Survey } from './question.ts';
import type { SurveyAt, SurveyMove } from './session.ts';
import { askedQuestions, readSheet, type Sheet } from './sheet.ts';
import { surveyTexts as text } from './survey-texts.ts';

export type SurveyCommand = { command: 'see' } | { command: 'keep' } | { command: 'edit'; words: string };

const SEE = [text.texts.see.th, text.texts.see.en, 'ดูคำตอบ', 'คำตอบทั้งหมด', 'all answers'];
const KEEP = [text.texts.keep.th, text.texts.keep.en, 'คงเดิม', 'เหมือนเดิม', 'keep'];
/** Sure to be meant even where any words are an answer. */
const EDIT_BY_NUMBER =
  /^\s*(?:ขอ)?(?:แก้ไข|แก้|เปลี่ยน)\s*ข้อ(?:ที่)?\s*[\d๐-๙]+\s*$|^\s*(?:edit|change)\s+(?:question\s+)?\d+\s*$/i;

/** Taps on these must never be taken for an answer's. */
const SEE_VALUE = '=see';
const KEEP_VALUE = '=keep';

/** The quick replies of a question. */
export function commandOptions({ isAnswered }: { isAnswered: boolean }): Option[] {
  const see = answer(text('see'), SEE_VALUE);
  return isAnswered ? [answer(text('keep'), KEEP_VALUE), see] : [see];
}

/** Takes those first, then the answer. With `freeText` only what cannot be meant otherwise. */
export function orCommand<Answer extends object>(
  survey: Survey,
  freeText: boolean,
  read: (input: AnswerInput, now: string) => Reading<Answer>,
): Accept<Answer | SurveyCommand> {
  return {
    freeText,
    read(input, now): Reading<Answer | SurveyCommand> {
      const command = readCommand(input, survey, freeText);
      return command ? { ok: true, value: command } : read(input, now);
    },
  };
}

function readCommand(input: AnswerInput, survey: Survey, freeText: boolean): SurveyCommand | undefined {
  if (input.kind === 'chosen') {
    if (input.value === SEE_VALUE) return { command: 'see' };
    return input.value === KEEP_VALUE ? { command: 'keep' } : undefined;
  }
  if (input.kind !== 'text') return undefined;
  if (isWord(input.text, SEE)) return { command: 'see' };
  if (isWord(input.text, KEEP)) return { command: 'keep' };
  const isEdit =
    EDIT_BY_NUMBER.test(input.text) ||
    (!freeText && parseEditRequest(input.text, fieldsOf(survey.questions)) !== undefined);
  return isEdit ? { command: 'edit', words: input.text } : undefined;
}

/** Carries a command out at the question `id`. */
export async function obey(
  command: SurveyCommand,
  survey: Survey,
  id: string | undefined,
  at: SurveyAt,
): Promise<SurveyMove> {
  if (command.command === 'see') return toReview();
  const sheet = await readSheet(survey, at);
  if (!sheet) return { to: 'unavailable' };
  return command.command === 'keep' ? onward(sheet, id, at) : editing(command.words, sheet, at);
}

/** To the question that "แก้ข้อ 3" or "แก้จำนวนจุดบริการ" means; afterwards back to all answers. */
function editing(words: string, sheet: Sheet, at: SurveyAt): SurveyMove {
  const asked = askedQuestions(sheet);
  const wish = parseEditRequest(words, fieldsOf(asked));
  const question = wish?.kind === 'field' ? asked.find(({ id }) => id === wish.value) : undefined;
  if (question) return editingOf(question.id, sheet, at);
  if (wish?.kind === 'ambiguous') return { to: 'which' };
  return { again: text('noSuchQuestion', { count: asked.length }) };
}

/** To a question to correct it. */
export function editingOf(id: string, sheet: Sheet, at: SurveyAt): SurveyMove {
  const question = askedQuestions(sheet).find((one) => one.id === id);
  if (!question) return { to: 'which' };
  const move = enter(question, sheet, at);
  return { ...move, set: { ...move.set, editing: true } };
}

function fieldsOf(questions: Survey['questions']) {
  return questions.map(({ id, title }) => ({ value: id, labels: [title.th, title.en] }));
}
