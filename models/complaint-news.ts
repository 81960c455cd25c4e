/**
 * What happened to cases and was not told yet. It is written together with the step itself, so that a crash between the
 * step and the telling loses nothing: whoever comes next, the repeated turn or the job, tells it under the same keys.
 */
import {
  type ComplaintLevel,
  ComplaintModel,
  type StoredComplaint,
  type StoredNews,
} from './complaint-document.ts';
import { type CasePlacement, handlingRoles, mayHandle } from './complaint-rights.ts';
import { holdersOf } from './person.ts';
import { type PinName, plainName } from './pin-document.ts';
import type { Role } from './role.ts';

/**
 * Untold news of one case, and who is concerned. The only shape beside the stored one that holds the reporter: it is
 * for telling, and goes nowhere else.
 */
export type UntoldNews = {
  id: string;
  code: string;
  name: PinName;
  level: ComplaintLevel;
  news: StoredNews[];
  reporter?: string;
  followers: string[];
  handlers: string[];
  /** Who looks after an office that handles the case itself, and hears of a new one; none of the handlers. */
  coordinators: string[];
};

/** More colleagues than this need not hear of one case. */
const MOST_HANDLERS = 20;

/** The codes of cases with something to tell. */
export async function casesWithNews(): Promise<string[]> {
  const found = await ComplaintModel.find({ 'news.key': { $exists: true } }, { code: 1 })
    .sort({ _id: 1 })
    .lean<StoredComplaint[]>();
  return found.map(({ code }) => code);
}

/** What of this case is to be told, if anything is. */
export async function untoldNews(code: string): Promise<UntoldNews | undefined> {
  const stored = await ComplaintModel.findOne({
    code,
    'news.key': { $exists: true },
  }).lean<StoredComplaint>();
  if (!stored) return undefined;
  const { _id: id, name, level, news, reporter, followers } = stored;
  const handlers = await handlersToTell(stored);
  const coordinators = await coordinatorsToTell(stored);
  return {
    id,
    code,
    name: plainName(name),
    level,
    news,
    ...(reporter && { reporter }),
    followers: [...followers],
    handlers,
    coordinators: coordinators.filter((person) => !handlers.includes(person)),
  };
}

/** These were told. */
export async function newsTold({ id, news }: Pick<UntoldNews, 'id' | 'news'>): Promise<void> {
  await ComplaintModel.updateOne(
    { _id: id },
    { $pull: { news: { key: { $in: news.map(({ key }) => key) } } } },
  );
}

/** Who took the case, while they handle it; else those nearest to it. Never its reporter. */
async function handlersToTell(stored: CasePlacement & Pick<StoredComplaint, 'takenBy'>): Promise<string[]> {
  const { takenBy, reporter } = stored;
  if (takenBy && (await mayHandle(takenBy, stored))) return [takenBy];
  return nearestHolders(handlingRoles(stored), reporter);
}

/** The coordinators nearest to the office whose case it is. Never its reporter. */
async function coordinatorsToTell(stored: CasePlacement): Promise<string[]> {
  if (stored.level !== 'office') return [];
  const coordinators = handlingRoles(stored).filter(({ role }) => role === 'coordinator');
  return nearestHolders(coordinators, stored.reporter);
}

async function nearestHolders(
  roles: readonly Role[],
  reporter: CasePlacement['reporter'],
): Promise<string[]> {
  for (const role of roles) {
    const holders = (await holdersOf(role)).filter((holder) => holder !== reporter);
    if (holders.length > 0) return holders.slice(0, MOST_HANDLERS);
  }
  return [];
}
