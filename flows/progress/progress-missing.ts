/** Who is missing in a part: the agencies, who is registered there, and when each was last seen. */
import type { At, Closing } from '../engine/flow.ts';
import { type Row, say } from '../engine/message.ts';
import type { Words } from '../engine/text.ts';
import type { Data } from './progress-data.ts';
import type { ShownMissing } from './progress-look-ups.ts';
import { text } from './progress-texts.ts';
import { toAll, toProgress } from './progress-value.ts';
import { remindTexts } from './remind-texts.ts';

/** Agencies of one page. */
const PAGE = 8;
/** Agencies reminded at once; beyond, one goes down a part. */
const REMINDED_AT_MOST = 500;
/** Officials named at one agency; more would not be read. */
const NAMED_AT_MOST = 4;

/** One page of them. */
export async function missingWords({ data, find, person }: At<Data>): Promise<Closing> {
  const here = { deadline: data.deadline ?? '', area: data.area ?? '', page: data.page ?? 0 };
  const skip = here.page * PAGE;
  const wish = { deadline: here.deadline, ...(here.area && { area: here.area }), skip, limit: PAGE };
  const found = await find.progress.missing(wish, person);
  if (!found) return { messages: [say(text('notYours'))], quick: [toAll] };
  const { title, place, all, withoutOfficials, agencies } = found;
  const ways = [toProgress(text('toChart'), 'one', { ...here, page: 0 }), toAll];
  if (agencies.length === 0) return { messages: [say(text('allDone'))], quick: ways };
  const reachable = all - withoutOfficials;
  const remind =
    reachable > 0 && all <= REMINDED_AT_MOST
      ? [toProgress(remindLabel(reachable, all), 'remind', { ...here, page: 0 })]
      : [];
  const words = text('missing', { all, from: skip + 1, to: skip + agencies.length, title, place });
  return {
    messages: [
      {
        kind: 'summary',
        title: words,
        rows: [...agencies.map(agencyRow), ...unreachable(reachable, withoutOfficials)],
        options: remind,
      },
    ],
    quick: [
      ...(all > skip + PAGE ? [toProgress(text('next'), 'missing', { ...here, page: here.page + 1 })] : []),
      ...(here.page > 0 ? [toProgress(text('before'), 'missing', { ...here, page: here.page - 1 })] : []),
      ...ways,
    ],
  };
}

/** How many cannot be reminded; where it is all of them there is no button, and this says why. */
function unreachable(reachable: number, withoutOfficials: number): Row[] {
  if (reachable === 0) return [{ label: remindTexts('cannot'), value: remindTexts('nobodyThere') }];
  if (withoutOfficials === 0) return [];
  return [{ label: text('unstaffed'), value: text('count', { count: withoutOfficials }) }];
}

/** Only those with officials can be reminded: the button says how many they are. */
function remindLabel(reachable: number, all: number): Words {
  if (reachable < all) return remindTexts('remindSome', { count: reachable, all });
  return all === 1 ? remindTexts('remindOne') : remindTexts('remind', { count: all });
}

function agencyRow({ name, isOverdue, officials }: ShownMissing['agencies'][number]): Row {
  const [first, ...others] = officials.slice(0, NAMED_AT_MOST).map(officialWords);
  const value = first
    ? others.reduce((before, next) => text('two', { first: before, second: next }), first)
    : text('nobody');
  return { label: isOverdue ? text('lateOne', { name }) : name, value };
}

function officialWords({ name, lastSeen }: ShownMissing['agencies'][number]['officials'][number]): Words {
  const known = name || text('unnamed');
  return lastSeen
    ? text('seen', { name: known, date: { date: lastSeen } })
    : text('neverSeen', { name: known });
}
