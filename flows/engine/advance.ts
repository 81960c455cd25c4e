/**
 * One input's meaning: `(conversation, input, world) → decision`. The decision's writes are then done by the
 * caller, and `present` says what comes next, seeing what the writes gave back.
 */
import { chat } from './chat-texts.ts';
import { type Command, readCommand } from './commands.ts';
import type { AnswerInput, Conversation, FlowState, QuestionStep } from './flow.ts';
import { globalWord } from './global-words.ts';
import type { Input } from './input.ts';
import { type Button, say } from './message.ts';
import { moveTo } from './move.ts';
import { openFlow, plainOpening } from './open-flow.ts';
import { restore } from './restore.ts';
import { answersShown, leadingElsewhere } from './shown.ts';
import { languageOf } from './text.ts';
import { atStep, type Decision, flowNamed, stay, type World } from './world.ts';

/** Decides what `input` means. Reads through `world.find`, writes nothing. */
export async function advance(stored: Conversation, input: Input, world: World): Promise<Decision> {
  const restored = await restore(stored, world);
  if (!restored.kept) return restored;
  return decide(restored.conversation, input, world);
}

async function decide(conversation: Conversation, input: Input, world: World): Promise<Decision> {
  switch (input.kind) {
    case 'text':
      return decideText(conversation, input.text, world);
    case 'button':
      return decideButton(conversation, input.button, world);
    case 'unreadable-button':
      return stay(conversation, [say(chat('unreadableButton'))]);
    case 'followed':
      return openFlow(conversation, world.repertoire.welcome, { ...plainOpening, value: 'greeting' }, world);
    case 'place':
      return conversation.active
        ? answerStep(conversation, conversation.active, input, world)
        : openFlow(
            conversation,
            world.repertoire.search,
            { ...plainOpening, position: input.position },
            world,
          );
    case 'image':
    case 'other':
      return conversation.active
        ? answerStep(conversation, conversation.active, input, world)
        : stay(conversation, [say(unreadable(input))]);
  }
}

async function decideText(conversation: Conversation, text: string, world: World): Promise<Decision> {
  const { active } = conversation;
  const accept = active && questionOf(active, world).accepts(atStep(conversation, active, world));
  const command = readCommand(text, world.repertoire.flows, accept?.freeText ?? false);
  const input = { kind: 'text', text, shown: answersShown(conversation.shown) } as const;
  // "English" is a word that works everywhere, and also an answer where a language is asked for.
  const isAnswer = isLanguage(command) && accept?.freeText === false && accept.read(input, world.now).ok;
  if (command && !isAnswer) return decideCommand(conversation, command, text, world);
  const { under = [], quick = [] } = conversation.shown ?? {};
  const elsewhere = leadingElsewhere(text, active ? under : [...under, ...quick]);
  if (elsewhere) return decideButton(conversation, elsewhere, world);
  if (active) return answerStep(conversation, active, input, world);
  return openFlow(conversation, world.repertoire.search, { ...plainOpening, words: text }, world);
}

function isLanguage(command: Command | undefined): boolean {
  return command?.kind === 'word' && (command.word === 'thai' || command.word === 'english');
}

function decideCommand(
  conversation: Conversation,
  command: Command,
  text: string,
  world: World,
): Decision | Promise<Decision> {
  return command.kind === 'word'
    ? globalWord(conversation, command.word, world)
    : openFlow(
        addressed(conversation, text.slice(0, text.length - command.words.length)),
        command.flow,
        { value: command.value, words: command.words },
        world,
      );
}

/** Who has agreed to nothing yet may not have chosen a language either: a command is answered in the one it is in. */
function addressed(conversation: Conversation, openingWord: string): Conversation {
  const language = conversation.consent === null ? languageOf(openingWord) : undefined;
  return language ? { ...conversation, language } : conversation;
}

async function decideButton(conversation: Conversation, button: Button, world: World): Promise<Decision> {
  if (button.kind === 'word') return globalWord(conversation, button.word, world);
  if (button.kind === 'open') {
    const known = world.repertoire.flows.some((flow) => flow.id === button.flow);
    if (!known) return stay(conversation, [say(chat('unreadableButton'))]);
    return openFlow(conversation, button.flow, { ...plainOpening, value: button.value }, world);
  }
  const { active } = conversation;
  const isCurrent =
    active && active.flow === button.flow && active.run === button.run && active.step === button.step;
  if (!isCurrent)
    return stay(conversation, [say(chat(wasAnswered(conversation, button) ? 'tappedTwice' : 'staleButton'))]);
  const { run, step, value } = button;
  return answerStep(
    { ...conversation, answered: { run, step, value } },
    active,
    { kind: 'chosen', value },
    world,
  );
}

function wasAnswered(
  { answered }: Conversation,
  { run, step, value }: Extract<Button, { kind: 'answer' }>,
): boolean {
  return answered?.run === run && answered.step === step && answered.value === value;
}

async function answerStep(
  conversation: Conversation,
  state: FlowState,
  input: AnswerInput,
  world: World,
): Promise<Decision> {
  const step = questionOf(state, world);
  const at = atStep(conversation, state, world);
  const reading = step.accepts(at).read(input, world.now);
  if (!reading.ok) return stay(conversation, [say(reading.why ?? whyNot(input))]);
  const move = await step.next(reading.value, at);
  return 'again' in move ? stay(conversation, [say(move.again)]) : moveTo(conversation, state, move);
}

/** Pictures and files may be copies of papers: they stay with LINE, and their senders are told so. */
function unreadable(input: Extract<AnswerInput, { kind: 'image' | 'other' }>) {
  if (input.kind === 'image') return chat('pictureNotKept', { what: chat('image') });
  const what = chat(input.what);
  return input.what === 'file' ? chat('pictureNotKept', { what }) : chat('cannotReadThat', { what });
}

function whyNot(input: AnswerInput) {
  if (input.kind === 'image' || input.kind === 'other') return unreadable(input);
  if (input.kind === 'place') return chat('notAPlaceQuestion');
  // A value this step never offered: the options changed under the button.
  return input.kind === 'chosen' ? chat('staleButton') : chat('chooseOne');
}

/** The question a stored state stands at. Stored states never stand at a closing step: `present` ends those. */
function questionOf(state: FlowState, world: World): QuestionStep<FlowState['data'], string> {
  const step = flowNamed(state.flow, world.repertoire).steps[state.step];
  if (!step || 'close' in step) throw new Error(`"${state.flow}" cannot stand at its step "${state.step}"`);
  return step;
}
