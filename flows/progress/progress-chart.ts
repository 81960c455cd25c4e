/** How far one deadline is in one part: a picture of the parts below, or the agencies one by one. */
import { bangkokDate } from '../../models/thai/calendar.ts';
import { whatWords } from '../deadlines/next-step.ts';
import type { At, Closing } from '../engine/flow.ts';
import { type Bar, type Option, pageOf, type Row, say } from '../engine/message.ts';
import type { Words } from '../engine/text.ts';
import type { Data } from './progress-data.ts';
import type { ShownProgress } from './progress-look-ups.ts';
import { text } from './progress-texts.ts';
import { toAll, toProgress, type Where, when } from './progress-value.ts';

/** Bars of one picture, and agencies of one page. */
const PAGE = 8;

/** The numbers of a part. */
export async function chartWords({ data, find, person, now }: At<Data>): Promise<Closing> {
  const here = { deadline: data.deadline ?? '', area: data.area ?? '', page: data.page ?? 0 };
  const wish = {
    deadline: here.deadline,
    ...(here.area && { area: here.area }),
    skip: here.page * PAGE,
    limit: PAGE,
  };
  const found = await find.progress.of(wish, person);
  if (!found) return { messages: [say(text('notYours'))], quick: [toAll] };
  const { title, place } = found;
  const isFirst = here.page === 0;
  const { items, more } = pageOf(found.parts, here.page, PAGE);
  const isMore = found.parts.length > 0 ? more : found.all > here.page * PAGE + PAGE;
  const named = items.map(({ area, name, done, all }) => ({
    area,
    name: name ?? text('elsewhere'),
    done,
    all,
  }));
  const total: Bar = { label: place, part: found.done, all: found.all };
  const bars =
    named.length > 0 ? named.map(({ name, done, all }) => ({ label: name, part: done, all })) : [total];
  return {
    messages: [
      {
        kind: 'chart',
        title: isFirst
          ? text('chart', { title, place })
          : text('chartPage', { title, place, page: here.page + 1 }),
        bars,
        rows: [...(isFirst ? factsOf(found, bangkokDate(now)) : []), ...found.agencies.map(agencyRow)],
        options: [
          ...named.map(({ area, name, done, all }) =>
            toProgress(text('part', { name, done, all }), 'one', { ...here, area, page: 0 }),
          ),
        ],
      },
    ],
    quick: [...waysOn(found, here, isMore), toAll],
  };
}

function factsOf({ what, closesOn, done, all, overdue }: ShownProgress, today: string): Row[] {
  return [
    { label: text('asksFor'), value: whatWords(what) },
    {
      label: text('closes'),
      value: text('closesWhen', { date: { date: closesOn }, when: when(today, closesOn) }),
    },
    { label: text('done'), value: text('of', { done, count: all }) },
    { label: text('notDone'), value: text('count', { count: all - done }) },
    ...(overdue > 0 ? [{ label: text('overdue'), value: text('count', { count: overdue }) }] : []),
  ];
}

function agencyRow({ name, isDone }: { name: Words; isDone: boolean }): Row {
  return { label: name, value: text(isDone ? 'isDone' : 'isNotDone') };
}

function waysOn({ done, all, up }: ShownProgress, here: Where, isMore: boolean): Option[] {
  return [
    ...(done < all ? [toProgress(text('whoIsMissing'), 'missing', { ...here, page: 0 })] : []),
    ...(isMore ? [toProgress(text('next'), 'one', { ...here, page: here.page + 1 })] : []),
    ...(here.page > 0 ? [toProgress(text('before'), 'one', { ...here, page: here.page - 1 })] : []),
    ...(up === undefined ? [] : [toProgress(text('up'), 'one', { ...here, area: up, page: 0 })]),
  ];
}
