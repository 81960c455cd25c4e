/**
 * The rooms as rules: who may import whom. Arrows run down only, without exception, and there are no circles.
 * `npm run rooms` checks the tree; tests/rooms shows that each rule can fail. Orphans are knip's business.
 */

/** A rule that bars every import from `from` to `to`; both are `{path, pathNot, …}` in the tool's own words. */
const bar = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** A rule that bars everything from `from` that is not in the list of places `allowed` (regular expressions). */
const only = (name, comment, from, allowed) => bar(name, comment, from, { pathNot: allowed });

const npm = (name) => `node_modules/${name}/`;
/** Node's own modules resolve to their bare name: `fs/promises`, `crypto`. */
const nodeBuiltIns = { dependencyTypesNot: ['core'] };
const ours = '^(bot|flows|jobs|models|rich-menus|tests)/';

module.exports = {
  forbidden: [
    only('flows-stand-alone', 'flows/ decide what is said: no I/O, no clock, no LINE', { path: '^flows/' }, [
      '^flows/',
      '^models/thai/',
      npm('zod'),
    ]),
    only('thai-is-pure', 'models/thai/ is the language both ground rooms share', { path: '^models/thai/' }, [
      '^models/thai/',
    ]),
    bar(
      'models-know-data',
      'models/ know the database and themselves',
      { path: '^models/', pathNot: '^models/thai/' },
      { pathNot: ['^models/', npm('mongoose'), npm('mongodb'), npm('zod')], ...nodeBuiltIns },
    ),
    only(
      'jobs-look-down',
      'a job writes messages to the outbox; it never talks to LINE',
      { path: '^jobs/' },
      ['^jobs/', '^flows/', '^models/', npm('node-cron')],
    ),
    bar(
      'rich-menus-are-data',
      'rich-menus/ are data, the pictures drawn from it, and a plan',
      { path: '^rich-menus/' },
      { pathNot: ['^rich-menus/', '^flows/'], ...nodeBuiltIns },
    ),
    bar(
      'simulator-stands-alone',
      'the simulator is LINE’s side: sharing code with ours would hide our mistakes',
      { path: '^bot/simulator/' },
      { pathNot: ['^bot/simulator/', npm('express'), npm('zod')], ...nodeBuiltIns },
    ),
    bar(
      'simulator-is-opened-in-few-places',
      'production code never needs the simulator; only its wiring and the demonstration know it',
      {
        path: '^(bot|flows|jobs|models|rich-menus)/',
        pathNot: ['^bot/simulator/', '^bot/simulated-line\\.ts$', '^bot/demo(/|\\.ts$)'],
      },
      { path: '^bot/simulator/' },
    ),
    bar(
      'simulated-line-is-wired-once',
      'only the start and the demonstration know that LINE can be simulated (tests/rooms: the start loads it on demand)',
      { path: '^(bot|flows|jobs|models|rich-menus)/', pathNot: ['^bot/start\\.ts$', '^bot/demo(/|\\.ts$)'] },
      { path: '^bot/simulated-line\\.ts$' },
    ),
    bar(
      'line-client-in-its-room',
      'only bot/line speaks to LINE; the types of its messages stay there too',
      { path: ours, pathNot: ['^bot/line/', '^tests/'] },
      { path: npm('@line/bot-sdk') },
    ),
    bar(
      'translations-in-render',
      'only the renderer turns keys into words',
      { path: ours, pathNot: ['^bot/line/render/', '^tests/'] },
      { path: npm('i18next') },
    ),
    bar(
      'database-in-models',
      'the database is reached by the models’ named operations',
      // The watch over the embedded engine speaks one raw ping on its socket, for which it needs BSON.
      { path: ours, pathNot: ['^models/', '^tests/', '^bot/database/engine-connection\\.ts$'] },
      { path: [npm('mongoose'), npm('mongodb')] },
    ),
    bar(
      'schedules-in-jobs',
      'what time starts is in jobs/',
      { path: ours, pathNot: ['^jobs/', '^tests/'] },
      { path: npm('node-cron') },
    ),
    bar(
      'tests-are-not-imported',
      'the program does not lean on its tests',
      { path: '^(bot|flows|jobs|models|rich-menus)/' },
      { path: '^tests/' },
    ),
    bar(
      'no-development-packages',
      'an image without devDependencies must run',
      { path: '^(bot|flows|jobs|models|rich-menus)/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    bar('no-circles', 'files that import each other cannot be read one at a time', {}, { circular: true }),
    bar('everything-resolves', 'an import that leads nowhere', {}, { couldNotResolve: true }),
  ],
  options: {
    // The file is parsed before types are stripped, so `import type` counts as an import: a room is a room for types too.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      mainFields: ['main', 'types'],
    },
  },
};
