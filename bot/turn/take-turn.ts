/**
 * Taking a turn: one event of one chat, from the inbox to its answer. Every hop may be the last one of this
 * process; whoever comes next finds in the database how far it went.
 */
import { chat as chatTexts } from '../../flows/engine/chat-texts.ts';
import type { Conversation } from '../../flows/engine/flow.ts';
import { menu } from '../../flows/engine/global-words.ts';
import { type Saying, say } from '../../flows/engine/message.ts';
import type { Language } from '../../flows/engine/text.ts';
import type { Who } from '../../flows/engine/who.ts';
import type { Repertoire, World } from '../../flows/engine/world.ts';
import type { LookUps } from '../../flows/look-ups.ts';
import type { LastTurn } from '../../models/conversation.ts';
import type { Claim, Ending, NoClaim } from '../../models/inbox.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Loaded } from './load-with-roles.ts';
import { dueNote, type NoteLooks, type RidingNote, withNote } from './notes.ts';
import { type Perform, playTurn } from './play-turn.ts';
import { type Meaning, readEvent } from './read-event.ts';
import { newConversation, readConversation } from './stored-state.ts';

/** What to deliver, and where. */
export type Answer = {
  /** The event answered; the idempotency key of its delivery. */
  eventId: string;
  to: string;
  saying: Saying;
  language: Language;
  replyToken: string | undefined;
  /** Whether the event is still in this process's hands; asked before anything costly is sent. */
  stillOurs: () => Promise<boolean>;
};

/** The rooms below, as functions, so that each hop can be watched and broken by itself. */
export type TurnParts = {
  claim: (chat: string) => Promise<Claim | NoClaim>;
  load: (person: string) => Promise<Loaded>;
  perform: Perform;
  store: (
    person: string,
    turn: { revision: number; state: unknown; lastTurn: LastTurn },
  ) => Promise<'stored' | 'conflict'>;
  /** Looking at notes again before one is said; and noting that it was. */
  noteLooks: Omit<NoteLooks, 'now'>;
  noteSaid: (key: string) => Promise<void>;
  deliver: (answer: Answer) => Promise<void>;
  end: (claim: Claim, ending: Ending) => Promise<boolean>;
  stillHeld: (claim: Claim) => Promise<boolean>;
  forget: (chat: string, messageId: string) => Promise<void>;
  /** Notes that a person has blocked the account, and that one is back. */
  left: (person: string, at: Date) => Promise<void>;
  back: (person: string) => Promise<void>;
  /** The person’s language has changed, or may have in a try that a crash ended. */
  languageChanged: (person: string) => Promise<void>;
  showLoading: (chat: string) => void;
  markAsRead: (token: string) => void;
  /** Whether the failure is the database's: then the turn is tried again, not answered with an apology. */
  isPassing: (error: unknown) => boolean;
  find: LookUps;
  repertoire: Repertoire;
  now: () => Date;
  log: Log;
  metrics: Metrics;
};

/** After so many tries (crashes included) an event is given up with an apology, so that it blocks nobody. */
const TRIES_AT_MOST = 5;
/** A turn longer than this shows LINE's loading animation. Milliseconds. */
const LOADING_AFTER = 900;
/** How often a turn is taken anew because another process stored first. */
const CONFLICTS_AT_MOST = 5;

/** Takes the next turn of `chat`, if there is one and nobody else is at it. */
export async function takeTurn(chat: string, parts: TurnParts): Promise<'taken' | NoClaim> {
  const claim = await parts.claim(chat);
  if (typeof claim === 'string') return claim;
  const meaning = readEvent(claim.body);
  const loading =
    meaning.kind === 'input' ? setTimeout(parts.showLoading, LOADING_AFTER, meaning.person) : undefined;
  try {
    await answer(claim, meaning, parts);
  } finally {
    clearTimeout(loading);
  }
  return 'taken';
}

async function answer(claim: Claim, meaning: Meaning, parts: TurnParts): Promise<void> {
  switch (meaning.kind) {
    case 'silence':
      break;
    case 'forget':
      await parts.forget(claim.chat, meaning.messageId);
      break;
    case 'left':
      await parts.left(meaning.person, new Date(claim.occurredAt));
      break;
    case 'greet-group':
      await greetGroup(claim, meaning.replyToken, parts);
      break;
    case 'input':
      return answerPerson(claim, meaning, parts);
  }
  await finish(claim, 'done', meaning.kind, parts);
}

async function answerPerson(claim: Claim, meaning: PersonalMeaning, parts: TurnParts): Promise<void> {
  if (meaning.markAsReadToken) parts.markAsRead(meaning.markAsReadToken);
  const { saying, language, ending } = await settle(claim, meaning, parts);
  await parts.deliver({
    eventId: claim.id,
    to: meaning.person,
    saying,
    language,
    replyToken: meaning.replyToken,
    stillOurs: () => parts.stillHeld(claim),
  });
  await finish(claim, ending, ending === 'done' ? 'answered' : 'given-up', parts);
}

/** Something a person sent or did in their own chat. */
type PersonalMeaning = Extract<Meaning, { kind: 'input' }>;

type Settled = { saying: Saying; language: Language; ending: Ending };

/** What is to be said, with the turn stored: taken now, or found stored by an earlier try. */
async function settle(claim: Claim, meaning: PersonalMeaning, parts: TurnParts): Promise<Settled> {
  for (let conflicts = 0; conflicts < CONFLICTS_AT_MOST; conflicts += 1) {
    const stored = await parts.load(meaning.person);
    if (stored.hasLeft) await parts.back(meaning.person);
    const known = conversationOf(claim, meaning.person, stored.state, parts);
    const conversation = known ?? newConversation(meaning.person);
    const said = await saidBefore(claim, stored, parts);
    if (said) return { saying: said, language: conversation.language, ending: 'done' };
    const turn = known
      ? await play(claim, known, meaning, stored.who, parts)
      : apology(conversation, worldOf(claim, stored.who, parts));
    const saying = await store(claim, turn, stored, parts);
    if (!saying) continue;
    const { language } = turn.conversation;
    if (language !== conversation.language) await parts.languageChanged(meaning.person);
    return { saying, language, ending: turn.ending };
  }
  throw new Error('the conversation changed under this turn too often');
}

/** What an earlier try of this very event stored to be said. */
async function saidBefore(claim: Claim, { lastTurn }: Loaded, parts: TurnParts): Promise<Saying | undefined> {
  if (lastTurn?.eventId !== claim.id) return undefined;
  if (lastTurn.note) await parts.noteSaid(lastTurn.note);
  await parts.languageChanged(claim.chat);
  // Stored by `store` below from a Saying; it comes back as it went.
  return lastTurn.saying as Saying;
}

/** Stores the turn with what it says and a note that rides along; undefined when somebody else stored one first. */
async function store(
  claim: Claim,
  turn: Played,
  stored: Loaded,
  parts: TurnParts,
): Promise<Saying | undefined> {
  const { conversation, ending } = turn;
  const looks = { now: parts.now(), ...parts.noteLooks };
  const note = ending === 'done' ? await dueNote(stored, turn.saying, looks) : undefined;
  const saying = note ? withNote(turn.saying, note) : turn.saying;
  const lastTurn = { eventId: claim.id, saying, ...(note && { note: note.key }) };
  const { revision } = stored;
  const result = await parts.store(conversation.person, { revision, state: conversation, lastTurn });
  if (result === 'conflict') return undefined;
  await endNotes(stored, note, parts);
  return saying;
}

/** A note said is ended, and so is one that a crash left behind after it was said with the turn before. */
async function endNotes(
  { lastTurn, notes }: Loaded,
  said: RidingNote | undefined,
  { noteSaid }: TurnParts,
): Promise<void> {
  const left = notes.find(({ key }) => key === lastTurn?.note);
  for (const note of [said, left]) if (note) await noteSaid(note.key);
}

/** A stored state that cannot be read is a bug of ours: its person begins anew, with an apology, not with silence. */
function conversationOf(
  claim: Claim,
  person: string,
  stored: unknown,
  { log }: TurnParts,
): Conversation | undefined {
  try {
    return readConversation(person, stored);
  } catch (error) {
    log.error({ err: error, event: claim.id }, 'a stored conversation could not be read');
    return undefined;
  }
}

type Played = { conversation: Conversation; saying: Saying; ending: Ending };

async function play(
  claim: Claim,
  conversation: Conversation,
  meaning: PersonalMeaning,
  who: Who,
  parts: TurnParts,
): Promise<Played> {
  const world = worldOf(claim, who, parts);
  if (claim.attempts > TRIES_AT_MOST) return apology(conversation, world);
  try {
    const turn = await playTurn(conversation, meaning.input, world, parts.perform);
    return { ...turn, ending: 'done' };
  } catch (error) {
    if (parts.isPassing(error)) throw error;
    const { flow, step } = conversation.active ?? {};
    parts.log.error({ err: error, event: claim.id, flow, step }, 'a turn failed');
    return apology(conversation, world);
  }
}

function worldOf({ id }: Claim, who: Who, { now, find, repertoire }: TurnParts): World {
  return { now: now().toISOString(), turn: id, find, who, repertoire };
}

/** The conversation stays where it was; the menu is the way on. */
function apology(conversation: Conversation, world: World): Played {
  const messages = [say(chatTexts('apology')), menu(world)];
  return { conversation, saying: { messages, quick: [] }, ending: 'failed' };
}

async function greetGroup(claim: Claim, replyToken: string | undefined, parts: TurnParts): Promise<void> {
  if (!replyToken) return;
  await parts.deliver({
    eventId: claim.id,
    to: claim.chat,
    saying: { messages: [say(chatTexts('oneToOne'))], quick: [] },
    language: 'th',
    replyToken,
    stillOurs: () => parts.stillHeld(claim),
  });
}

async function finish(
  claim: Claim,
  ending: Ending,
  result: string,
  { end, metrics, now }: TurnParts,
): Promise<void> {
  await end(claim, ending);
  metrics.turns.inc({ result });
  metrics.turnSeconds.observe((now().getTime() - claim.receivedAt.getTime()) / 1000);
}
