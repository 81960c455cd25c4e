// "แก้ข้อ 3", "change phone": the wish to change one of the answers given so far.

import { normalForm } from '../../models/thai/normal-form.ts';
import { type ChoiceOption, parseChoice } from './choice.ts';
import { withoutParticles } from './politeness.ts';

/**
 * What an edit request asks for: one field; several that the words may mean, all of them if none was named; or a
 * field that is not there (`part` is what was said for it).
 */
export type EditRequest<Value extends string> =
  | { kind: 'field'; value: Value }
  | { kind: 'ambiguous'; candidates: Value[] }
  | { kind: 'no-such-field'; part: string };

const POLITE =
  /^(?:ขอ|อยาก(?:จะ)?|ต้องการ(?:จะ)?|ช่วย|จะ|please|i want to|i would like to|i'd like to|can i|let me)\s*/;
const THAI_VERB = /^(?:แก้ไข|แก้|เปลี่ยนแปลง|เปลี่ยน|ปรับแก้|ปรับ)\s*/;
const ENGLISH_VERB = /^(?:edit|change|correct|fix|update|modify)(?:\s+|(?=\d)|$)/;
const BEFORE_FIELD = /^(?:(?:ข้อมูล|ตรง|ที่|the|my|field|item)\s*(?=.))+/;
const AFTER_FIELD = /\s*(?:ใหม่|ด้วย|หน่อย|ที|ให้หน่อย)$/;
/** Nobody asks for a field at this length; longer texts are answers that happen to begin so. */
const LONGEST = 60;
/** Less than this is inside too many labels. */
const SHORTEST = 3;

/**
 * Reads a wish to change a field, named by its place in `fields` ("แก้ข้อ 3", "edit 3") or by a label or the beginning
 * of one ("แก้เบอร์โทร", "change phone"). Undefined if the text is no such wish, so that other parsers can have it.
 */
export function parseEditRequest<Value extends string>(
  text: string,
  fields: readonly ChoiceOption<Value>[],
): EditRequest<Value> | undefined {
  if (text.length > LONGEST * 2) return undefined;
  const said = withoutParticles(normalForm(text)).replace(POLITE, '');
  const verb = (THAI_VERB.exec(said) ?? ENGLISH_VERB.exec(said))?.[0];
  if (verb === undefined || said.length > LONGEST) return undefined;
  const named = said.slice(verb.length).replace(AFTER_FIELD, '').trim();
  return fieldOf(named, fields);
}

function fieldOf<Value extends string>(
  named: string,
  fields: readonly ChoiceOption<Value>[],
): EditRequest<Value> | undefined {
  if (named === '') return oneOf(fields.map(({ value }) => value));
  const names = [named, named.replace(BEFORE_FIELD, '')];
  for (const fits of [sameWords, isInside])
    for (const name of names) {
      const found = oneOf(fields.filter((field) => fits(field, name)).map(({ value }) => value));
      if (found) return found;
    }
  return byChoice(names, fields);
}

/** By place, or by a label without its tone marks. */
function byChoice<Value extends string>(
  names: readonly string[],
  fields: readonly ChoiceOption<Value>[],
): EditRequest<Value> | undefined {
  const choices = names.map((name) => parseChoice(name, fields));
  const choice = choices.find(
    (parsed) => parsed.ok || parsed.why === 'ambiguous' || parsed.why === 'out-of-range',
  );
  if (choice?.ok) return oneOf([choice.value]);
  if (choice?.why === 'ambiguous') return oneOf(choice.candidates);
  return choice?.why === 'out-of-range' ? { kind: 'no-such-field', part: choice.part } : undefined;
}

function sameWords({ labels }: ChoiceOption, name: string): boolean {
  return labels.some((label) => normalForm(label) === name);
}

/** A label may say more than people do: "name" is inside "Name of the office" and "English name". */
function isInside({ labels }: ChoiceOption, name: string): boolean {
  return name.length >= SHORTEST && labels.some((label) => normalForm(label).includes(name));
}

function oneOf<Value extends string>(candidates: Value[]): EditRequest<Value> | undefined {
  const [only] = candidates;
  if (only === undefined) return undefined;
  return candidates.length > 1 ? { kind: 'ambiguous', candidates } : { kind: 'field', value: only };
}
