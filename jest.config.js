import { availableParallelism } from 'node:os';

const swc = {
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
};

/** `npm test` runs every project; `npm test -- --selectProjects browser` runs one. */
export default {
  projects: [
    {
      ...swc,
      displayName: 'tests',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['/tests/browser/'],
    },
    { ...swc, displayName: 'browser', testMatch: ['<rootDir>/tests/browser/**/*.test.ts'] },
  ],
  testTimeout: 60_000,
  // With one worker Jest would run all files in its own process, whose memory grows with every one.
  maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
  workerIdleMemoryLimit: '1.5GB',
};
