/**
 * An unsent message: the forms its words may have taken are made again with the parsers that read them, what the models keep
 * of them goes, and its sender is told what could not be taken back.
 */
import { parseCoordinates } from '../../flows/answers/coordinates.ts';
import { parseEmail } from '../../flows/answers/email.ts';
import { parseOpeningHours } from '../../flows/answers/opening-hours.ts';
import { suggestedHours } from '../../flows/answers/opening-hours-suggestions.ts';
import { parsePersonName } from '../../flows/answers/person-name.ts';
import { formatPhone, type Phone, parsePhones } from '../../flows/answers/phone.ts';
import { parsePlainText } from '../../flows/answers/plain-text.ts';
import { parseWebsite } from '../../flows/answers/website.ts';
import type { Message } from '../../flows/engine/message.ts';
import { at1111, nameStays, positionStays, profileGone } from '../../flows/my-data/unsent-words.ts';
import { forgetMessageEverywhere, type LeftOver } from '../../models/forget-message.ts';
import { putNote } from '../../models/note.ts';
import { formsOfPoint } from '../../models/unsent-place.ts';
import type { WordForms } from '../../models/unsent-words.ts';

const DAY = 24 * 3_600_000;
/** What somebody does not come back for in a month is no news any more. Milliseconds. */
const TOLD_WITHIN = 30 * DAY;
const ANY_LENGTH = { max: Number.MAX_SAFE_INTEGER };

/** Forgets a message everywhere; doing it again finishes what a crash cut off, and tells nothing twice. */
export function forgetUnsent({
  chat,
  messageId,
  now,
}: {
  chat: string;
  messageId: string;
  now: Date;
}): Promise<void> {
  const tell = async (left: readonly LeftOver[]) => {
    for (const one of left) {
      const key = `unsent:${messageId}:${one.what}:${'id' in one ? one.id : 'code' in one ? one.code : ''}`;
      const expiresAt = new Date(now.getTime() + TOLD_WITHIN);
      await putNote({ key, person: chat, messages: messagesOf(one), notBefore: now, expiresAt });
    }
  };
  return forgetMessageEverywhere({ chat, messageId, now, formsOf, tell });
}

function messagesOf(left: LeftOver): Message[] {
  switch (left.what) {
    case 'name':
      return nameStays(left.of, left.id, left.name);
    case 'position':
      return positionStays(left.id, left.name);
    case 'profile':
      return profileGone();
    case 'at-1111':
      return at1111(left.code, left.number);
  }
}

/** Everything our parsers would have made of these texts. */
function formsOf(texts: readonly string[]): WordForms {
  const forms = texts.map(formsOfOne);
  return {
    whole: forms.flatMap(({ whole }) => whole),
    parts: forms.flatMap(({ parts }) => parts),
    values: forms.flatMap(({ values }) => values),
  };
}

function formsOfOne(text: string): WordForms {
  const phones = readOf(parsePhones(text)) ?? [];
  const hours = readOf(parseOpeningHours(text));
  const place = readOf(parseCoordinates(text));
  const point = place ? formsOfPoint(place.position) : { values: [], texts: [] };
  return {
    whole: [text, text.trim(), ...cleaned(text), ...point.texts],
    parts: [
      ...text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap(cleaned),
      // Behind a command: "complain about …".
      ...cleaned(text.trim().replace(/^\S+\s+/, '')),
      ...[parsePersonName(text), parseEmail(text), parseWebsite(text)].flatMap((read) => readOf(read) ?? []),
      ...phones.flatMap(writtenPhone),
    ],
    values: [phones, ...phones, hours, ...suggestedHours(text), ...point.values].filter(
      (value) => value !== undefined,
    ),
  };
}

/** On one line, and with its lines kept. */
function cleaned(text: string): string[] {
  const kept = [false, true].map((keepNewlines) => parsePlainText(text, { ...ANY_LENGTH, keepNewlines }));
  return kept.flatMap((read) => readOf(read) ?? []);
}

const writtenPhone = (phone: Phone): string[] => [
  phone.number,
  formatPhone(phone, 'th'),
  formatPhone(phone, 'en'),
];

function readOf<Value>(read: { ok: true; value: Value } | { ok: false }): Value | undefined {
  return read.ok ? read.value : undefined;
}
