/** The hops of a turn as the service takes them: each room below as one function. */
import { hostname } from 'node:os';
import { repertoire } from '../flows/registry.ts';
import { renewReminderNote } from '../jobs/renew-reminder-note.ts';
import type { AgencySearch } from '../models/agency-search.ts';
import { storeTurn } from '../models/conversation.ts';
import { isDatabaseFailure } from '../models/database-failure.ts';
import { claimNext, endClaim, stillHeld } from '../models/inbox.ts';
import { noteBack, noteLeft } from '../models/left-person.ts';
import { eraseTurn } from '../models/my-data.ts';
import { isNoteUnsaid, noteSaid } from '../models/note.ts';
import type { PinSearch } from '../models/pin-search.ts';
import type { ContentClient } from './line/content.ts';
import type { Delivery } from './line/delivery.ts';
import type { Metrics } from './metrics.ts';
import { createPhotoKeys } from './photos/photo-key.ts';
import type { Surroundings, Timing } from './surroundings.ts';
import { loadWithRoles } from './turn/load-with-roles.ts';
import { createLookUps } from './turn/look-ups.ts';
import { createPerform } from './turn/perform.ts';
import type { TurnParts } from './turn/take-turn.ts';
import { forgetUnsent } from './turn/unsent.ts';
import { createWayTokens } from './web/way-token.ts';

/** How long LINE shows that an answer is coming, unless one comes. Seconds, in steps of five. */
const LOADING_SECONDS = 20;

const noContent: ContentClient = { fetchContent: async () => ({ ok: false, why: 'unclear' }) };

/** What runs beside the turns. */
export type Running = {
  timing: Timing;
  metrics: Metrics;
  search: PinSearch;
  agencies: AgencySearch;
  delivery: Delivery;
};

/** The parts, each doing the real thing. */
export function turnParts(
  surroundings: Surroundings,
  { timing, metrics, search, agencies, delivery }: Running,
): TurnParts {
  const { channelSecret, lineBasicId, line, now, newId, log } = surroundings;
  const holder = () => `${hostname()}:${newId()}`;
  /** People who were erased by the turn in hand. */
  const erased = new Set<string>();
  return {
    claim: (chat) => claimNext(chat, { holder: holder(), now: now(), leaseMilliseconds: timing.lease }),
    load: (person) => loadWithRoles(person, now()),
    perform: performing(surroundings, { search, onErased: (person) => void erased.add(person) }),
    store: (person, turn) => storeTurn(person, turn, now()),
    noteLooks: { isUnsaid: isNoteUnsaid, renewReminder: (key) => renewReminderNote(key, now()) },
    noteSaid: (key) => noteSaid(key, now()),
    deliver: delivery.deliver,
    async end(claim, ending) {
      const isOurs = await endClaim(claim, ending, now());
      // After a crash in between the daily deletion does it: without consent a conversation is kept for as long as its messages.
      if (erased.delete(claim.chat)) await eraseTurn({ person: claim.chat, event: claim.id, now: now() });
      return isOurs;
    },
    stillHeld,
    forget: (chat, messageId) => forgetUnsent({ chat, messageId, now: now() }),
    left: noteLeft,
    back: noteBack,
    languageChanged: async () => undefined,
    showLoading: (chat) => void line.showLoading(chat, LOADING_SECONDS),
    markAsRead: (token) => void line.markAsRead(token),
    isPassing: isDatabaseFailure,
    find: createLookUps(
      search,
      agencies,
      now,
      createPhotoKeys(channelSecret),
      createWayTokens(channelSecret),
      lineBasicId,
    ),
    repertoire,
    now,
    log,
    metrics,
  };
}

function performing(
  { channelSecret, content = noContent, forward, now, random, newId }: Surroundings,
  { search, onErased }: { search: PinSearch; onErased: (person: string) => void },
) {
  return createPerform({
    now,
    random,
    onPublished: () => search.refresh(),
    content,
    newId,
    invitationSecret: channelSecret,
    forwards: (category) => forward?.categories.includes(category) ?? false,
    onErased,
  });
}
