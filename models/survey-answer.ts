/** Answers to the readiness survey as they are kept: by ids, never by words. What the questions are is no business of the data. */

/** One answer: choices with what belongs to each (a period, a number, a reason, more choices), a number, or words. */
export type SurveyAnswer =
  | { choices: string[]; details?: Record<string, string | number | string[]> | undefined }
  | { number: number }
  | { text: string };

/** Which copies a procedure still needs. */
export type CopiesNeeded = { idCard: boolean; house: boolean };

/** What a response says: answers by question id, and copies by procedure code. */
export type SurveyContent = {
  answers: Record<string, SurveyAnswer>;
  matrix: Record<string, CopiesNeeded>;
};

/** An answer without what says nothing, so that the same answer always looks the same. */
export function plainAnswer(answer: SurveyAnswer): SurveyAnswer {
  if (!('choices' in answer)) return answer;
  const { choices, details } = answer;
  return { choices, ...(details && Object.keys(details).length > 0 && { details }) };
}

/** An id as the name of a field; dots and dollars mean something else to the database there. */
export function fieldOfId(id: string): string {
  return id.replace(/[%.$]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Values by id as they are stored. */
export function byField<Value>(byId: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(byId).map(([id, value]) => [fieldOfId(id), value]));
}

/** Stored values by their ids again. */
export function byId<Value>(stored: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(stored).map(([field, value]) => [decodeURIComponent(field), value]),
  );
}
