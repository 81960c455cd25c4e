/** What roles are called, and instants as people read them. */
import { bangkokDate, bangkokMinutes, formatTime } from '../models/thai/calendar.ts';
import { defineTexts, type Language, type Name, type Text } from './engine/text.ts';
import type { Role } from './engine/who.ts';

export const roleTexts = defineTexts('role-names', {
  official: { th: 'เจ้าหน้าที่ {{place}}', en: 'Official of {{place}}' },
  officialSomewhere: { th: 'เจ้าหน้าที่', en: 'Official' },
  coordinator: { th: 'ผู้ประสานงาน {{place}}', en: 'Coordinator, {{place}}' },
  coordinatorSomewhere: { th: 'ผู้ประสานงาน', en: 'Coordinator' },
  administrator: { th: 'ผู้ดูแลระบบ', en: 'Administrator' },
  nobody: { th: 'ไม่ทราบชื่อ', en: 'Name not known' },
  unnamedColleague: { th: 'เพื่อนร่วมงาน (ยังไม่บอกชื่อ)', en: 'a colleague (no name given yet)' },
  unnamedColleagues: {
    th: 'เพื่อนร่วมงาน (ยังไม่บอกชื่อ) {{count}} คน',
    en: '{{count}} colleagues (no names given yet)',
    enOne: '{{count}} colleague (no name given yet)',
  },
  andThose: { th: '{{names}}, {{others}}', en: '{{names}}, {{others}}' },
  instant: { th: '{{date}} {{time}}', en: '{{date}}, {{time}}' },
});

/** A role with the name of what it is over. */
export function roleName(role: Role, place: Name): Text {
  if (role.role === 'administrator') return roleTexts('administrator');
  if (role.role === 'official')
    return place.th ? roleTexts('official', { place }) : roleTexts('officialSomewhere');
  return place.th ? roleTexts('coordinator', { place }) : roleTexts('coordinatorSomewhere');
}

/** A person's name, or that it is not known. */
export function personName(name: string): Text | string {
  return name || roleTexts('nobody');
}

/** Who else is at work on something, by first name; an empty name is somebody who has not given theirs, and counts. */
export function colleaguesAtWork(firstNames: readonly string[]): Text | string {
  const names = firstNames.filter((name) => name !== '').join(', ');
  const count = firstNames.filter((name) => name === '').length;
  if (count === 0) return names;
  const others = count === 1 ? roleTexts('unnamedColleague') : roleTexts('unnamedColleagues', { count });
  return names ? roleTexts('andThose', { names, others }) : others;
}

/** Day and time in Bangkok of an ISO instant. */
export function instant(at: string, language: Language): Text {
  return roleTexts('instant', { date: day(at), time: formatTime(bangkokMinutes(at), language) });
}

/** The day in Bangkok of an ISO instant. */
export function day(at: string): { date: string } {
  return { date: bangkokDate(at) };
}
