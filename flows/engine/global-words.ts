/** What each word that works everywhere does. */
import { chat } from './chat-texts.ts';
import type { Conversation, Flow, Parked } from './flow.ts';
import { type GlobalWord, type Message, type Option, open, say } from './message.ts';
import { blankState, mayUse, openFlow, plainOpening, putAside } from './open-flow.ts';
import { restore } from './restore.ts';
import type { Language } from './text.ts';
import { atStep, type Decision, flowNamed, stay, type World } from './world.ts';

/** Decides a global word. */
export function globalWord(
  conversation: Conversation,
  word: GlobalWord,
  world: World,
): Decision | Promise<Decision> {
  switch (word) {
    case 'help':
      return help(conversation, world);
    case 'back':
      return goBack(conversation);
    case 'cancel':
      return leave(conversation, world);
    case 'continue':
      return goOn(conversation, world);
    case 'thanks':
      return stay(conversation, [say(chat('welcome'))]);
    case 'thai':
      return speak(conversation, 'th');
    case 'english':
      return speak(conversation, 'en');
  }
}

/** What the bot can do, each to tap. */
export function menu(world: World): Message {
  return menuOf(listedFor(world).map(({ title, id }) => open(title, id)));
}

/** The same, and what waits behind the titles. */
async function help(conversation: Conversation, world: World): Promise<Decision> {
  const options = listedFor(world).map(async (flow) =>
    open(
      (await flow.titleNow?.(atStep(conversation, blankState(flow, world), world))) ?? flow.title,
      flow.id,
    ),
  );
  return stay(conversation, [menuOf(await Promise.all(options))]);
}

function listedFor({ repertoire, who }: World): Flow[] {
  return repertoire.flows.filter((flow) => flow.listed && mayUse(flow, who));
}

const menuOf = (options: Option[]): Message => ({
  kind: 'question',
  text: chat('helpText'),
  hint: chat('helpHint'),
  options,
});

/** Back to the question before, with the data as they were before its answer: the answer is undone. */
function goBack(conversation: Conversation): Decision {
  const { active } = conversation;
  if (!active) return stay(conversation, [say(chat('nothingToGoBackTo'))]);
  const before = active.trail.at(-1);
  if (!before) return stay(conversation, [say(chat('nothingBefore'))]);
  return stay({ ...conversation, active: { ...active, ...before, trail: active.trail.slice(0, -1) } }, []);
}

function leave(conversation: Conversation, world: World): Decision {
  const { active } = conversation;
  if (!active) return stay(conversation, [say(chat('nothingToCancel'))]);
  const flow = flowNamed(active.flow, world.repertoire);
  const aside = putAside(conversation, world);
  // A flow with a `leave` of its own has said what became of the half-done work.
  if (flow.leave && aside.lead.length > 0) return aside;
  const isParked = aside.lead.length > 0;
  return { ...aside, lead: [say(chat(isParked ? 'cancelled' : 'left', { title: flow.title }))] };
}

async function goOn(conversation: Conversation, world: World): Promise<Decision> {
  const waiting = conversation.parked.at(-1);
  if (!waiting) return stay(conversation, conversation.active ? [] : [say(chat('nothingToContinue'))]);
  const aside = putAside({ ...conversation, parked: conversation.parked.slice(0, -1) }, world);
  const again = await takeUp(aside.conversation, waiting, world);
  return { ...again, effects: [...aside.effects, ...again.effects], lead: [...aside.lead, ...again.lead] };
}

async function takeUp(conversation: Conversation, waiting: Parked, world: World): Promise<Decision> {
  if ('value' in waiting)
    return openFlow(conversation, waiting.flow, { ...plainOpening, value: waiting.value }, world);
  const restored = await restore({ ...conversation, active: waiting.state }, world);
  if (!restored.kept) return restored;
  const { title } = flowNamed(waiting.flow, world.repertoire);
  return { ...restored, lead: [say(chat('goingOn', { title })), ...restored.lead] };
}

function speak(conversation: Conversation, language: Language): Decision {
  return stay({ ...conversation, language }, [say(chat('languageNow'))]);
}
