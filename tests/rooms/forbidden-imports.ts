/** For each rule of the rooms, imports that it bars, each in the smallest tree that shows it. */

/** `from` imports `what` in the words `statement`; the rules named in `rules` must object, and no others. */
export type ForbiddenImport = {
  rules: string[];
  from: string;
  what: string;
  statement?: (what: string) => string;
};

const typeOnly = (what: string) => `import type { Something } from '${what}';`;
const passedOn = (what: string) => `export type { Something } from '${what}';`;
const onDemand = (what: string) => `export const load = () => import('${what}');`;

/** A path of ours is written from the root, as `bot/log.ts`; anything else is a package or a module of Node. */
export const forbiddenImports: ForbiddenImport[] = [
  { rules: ['flows-stand-alone'], from: 'flows/pin.ts', what: 'models/pin.ts' },
  { rules: ['flows-stand-alone'], from: 'flows/pin.ts', what: 'models/pin.ts', statement: typeOnly },
  { rules: ['flows-stand-alone'], from: 'flows/pin.ts', what: 'models/pin.ts', statement: onDemand },
  { rules: ['flows-stand-alone'], from: 'flows/pin.ts', what: 'node:fs' },
  { rules: ['flows-stand-alone'], from: 'flows/pin.ts', what: 'bot/log.ts' },
  { rules: ['flows-stand-alone', 'translations-in-render'], from: 'flows/pin.ts', what: 'i18next' },
  { rules: ['thai-is-pure'], from: 'models/thai/digits.ts', what: 'models/pin.ts' },
  { rules: ['thai-is-pure'], from: 'models/thai/digits.ts', what: 'zod' },
  { rules: ['models-know-data'], from: 'models/pin.ts', what: 'flows/pin.ts' },
  { rules: ['models-know-data'], from: 'models/pin.ts', what: 'bot/log.ts', statement: passedOn },
  { rules: ['models-know-data'], from: 'models/pin.ts', what: 'express' },
  { rules: ['jobs-look-down'], from: 'jobs/remind.ts', what: 'bot/log.ts' },
  { rules: ['jobs-look-down'], from: 'jobs/remind.ts', what: 'rich-menus/menu.ts' },
  { rules: ['jobs-look-down', 'line-client-in-its-room'], from: 'jobs/remind.ts', what: '@line/bot-sdk' },
  { rules: ['rich-menus-are-data'], from: 'rich-menus/menu.ts', what: 'models/pin.ts' },
  { rules: ['rich-menus-are-data'], from: 'rich-menus/menu.ts', what: 'bot/log.ts', statement: typeOnly },
  { rules: ['rich-menus-are-data'], from: 'rich-menus/menu.ts', what: 'sharp' },
  { rules: ['simulator-stands-alone'], from: 'bot/simulator/chats.ts', what: 'bot/line/limits.ts' },
  {
    rules: ['simulator-stands-alone'],
    from: 'bot/simulator/chats.ts',
    what: 'bot/log.ts',
    statement: typeOnly,
  },
  { rules: ['simulator-stands-alone'], from: 'bot/simulator/page/chat.js', what: 'flows/pin.ts' },
  {
    rules: ['simulator-stands-alone', 'line-client-in-its-room'],
    from: 'bot/simulator/chats.ts',
    what: '@line/bot-sdk',
  },
  {
    rules: ['simulator-is-opened-in-few-places'],
    from: 'bot/line/limits.ts',
    what: 'bot/simulator/chats.ts',
  },
  { rules: ['simulator-is-opened-in-few-places'], from: 'bot/start.ts', what: 'bot/simulator/chats.ts' },
  {
    rules: ['simulated-line-is-wired-once'],
    from: 'bot/main.ts',
    what: 'bot/simulated-line.ts',
    statement: onDemand,
  },
  { rules: ['line-client-in-its-room'], from: 'bot/turn/perform.ts', what: '@line/bot-sdk' },
  {
    rules: ['line-client-in-its-room'],
    from: 'bot/turn/perform.ts',
    what: '@line/bot-sdk',
    statement: typeOnly,
  },
  { rules: ['translations-in-render'], from: 'bot/line/send.ts', what: 'i18next' },
  { rules: ['database-in-models'], from: 'bot/turn/perform.ts', what: 'mongoose' },
  { rules: ['database-in-models'], from: 'bot/turn/perform.ts', what: 'mongodb', statement: typeOnly },
  { rules: ['schedules-in-jobs'], from: 'bot/main.ts', what: 'node-cron' },
  { rules: ['tests-are-not-imported'], from: 'bot/main.ts', what: 'tests/fakes/clock.ts' },
  { rules: ['no-development-packages'], from: 'bot/main.ts', what: 'fast-check' },
  { rules: ['everything-resolves'], from: 'tests/some.test.ts', what: 'not-installed' },
];
