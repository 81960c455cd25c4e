/** `node bot/main.ts` with settings that cannot be used: it says which one in one line, and does not start. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Config, readConfig } from '../../bot/config.ts';
import { complaintCategories } from '../../flows/complaints/complaint.ts';
import { Program } from '../builders/program.ts';

const channel = { LINE_CHANNEL_SECRET: 'secret-of-tests', LINE_CHANNEL_ACCESS_TOKEN: 'token-of-tests' };

const forward = {
  COMPLAINT_FORWARD_URL: 'https://1111.example.go.th/cases',
  COMPLAINT_FORWARD_TOKEN: 'token-of-forwarding',
};

let program: Program | undefined;
afterEach(() => program?.kill());

type Row = [variable: string, value: string, others?: Record<string, string>];

const bad: Row[] = [
  ['PORT', 'eighty'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['SIMULATOR_PORT', 'none'],
  ['SIMULATOR_PORT', '70000'],
  ['PUBLIC_URL', 'pakmud.example.go.th'],
  ['PUBLIC_URL', 'ftp://pakmud.example.go.th'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['LINE_CHANNEL_SECRET', 'short', channel],
  ['LINE_CHANNEL_ACCESS_TOKEN', 'short', channel],
  ['LINE_API_BASE_URL', 'api.line.me', channel],
  ['LINE_API_BASE_URL', 'https://api.line.me/v2', channel],
  ['LINE_DATA_API_BASE_URL', 'https://api-data.line.me/bot', channel],
  ['COMPLAINT_FORWARD_URL', 'http://1111.example.go.th/cases', forward],
  ['COMPLAINT_FORWARD_URL', '1111.example.go.th', forward],
  ['COMPLAINT_FORWARD_TOKEN', 'short', forward],
  ['COMPLAINT_FORWARD_TOKEN', 'two words of it', forward],
  ['COMPLAINT_FORWARD_CATEGORIES', 'road,rode'],
  ['COMPLAINT_FORWARD_CATEGORIES', ','],
  ['COMPLAINT_UPDATES_SECRET', 'fifteen-letters'],
  ['LINE_BASIC_ID', 'pakmud'],
  ['LINE_BASIC_ID', '@pak mud'],
  ['MONGODB_URI', 'localhost:27017'],
  ['MONGODB_URI', 'postgres://localhost/pakmud'],
  ['PUSH_BUDGET', 'many'],
  ['JOBS_HEARTBEAT_URL', 'heartbeat.example'],
  ['LOG_LEVEL', 'loud'],
];

describe('a bad value stops the start', () => {
  const failureOf = (environment: Record<string, string>) => {
    try {
      readConfig(environment);
    } catch (error) {
      return error;
    }
    return undefined;
  };

  test.each(bad)('%s=%s', (variable, value, others = {}) => {
    const failure = failureOf({ ...others, [variable]: value });
    expect(failure).toMatchObject({ code: 'bad-setting', message: expect.stringMatching(`^${variable} `) });
    expect(String(failure)).not.toContain('\n');
    // A value may be a secret.
    if (/SECRET|TOKEN/.test(variable)) expect(String(failure)).not.toContain(value);
  });

  test('every variable of the program is in this table, or takes any value', () => {
    const tested = new Set(bad.map(([variable]) => variable));
    const anyValue = ['HOST', 'DATA_DIR'];
    const asked = new Set<string>();
    const watching = new Proxy<Record<string, string>>(
      { ...channel },
      {
        get: (target, name) => {
          asked.add(String(name));
          return Reflect.get(target, name);
        },
      },
    );
    readConfig(watching);
    expect([...asked].filter((name) => !tested.has(name) && !anyValue.includes(name))).toEqual([]);
  });

  test('an empty value counts as unset', () => {
    const empty = Object.fromEntries(bad.map(([variable]) => [variable, '']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  test.each([
    ['LINE_CHANNEL_ACCESS_TOKEN', { LINE_CHANNEL_SECRET: channel.LINE_CHANNEL_SECRET }],
    ['LINE_CHANNEL_SECRET', { LINE_CHANNEL_ACCESS_TOKEN: channel.LINE_CHANNEL_ACCESS_TOKEN }],
    ['COMPLAINT_FORWARD_TOKEN', { COMPLAINT_FORWARD_URL: forward.COMPLAINT_FORWARD_URL }],
    ['COMPLAINT_FORWARD_URL', { COMPLAINT_FORWARD_TOKEN: forward.COMPLAINT_FORWARD_TOKEN }],
  ])('only the other of the two: %s is named', (missing, environment) => {
    expect(failureOf(environment)).toMatchObject({
      message: expect.stringMatching(`^${missing} is missing`),
    });
  });

  test('forwarding: every category unless some are named; plain http on this machine only', () => {
    expect(readConfig({}).forward).toBeUndefined();
    expect(readConfig(forward).forward).toEqual({
      url: forward.COMPLAINT_FORWARD_URL,
      token: forward.COMPLAINT_FORWARD_TOKEN,
      categories: complaintCategories,
    });
    const local = { ...forward, COMPLAINT_FORWARD_URL: 'http://localhost:3100/1111/cases' };
    const named = readConfig({ ...local, COMPLAINT_FORWARD_CATEGORIES: ' road, waste ' }).forward;
    expect(named).toMatchObject({ url: local.COMPLAINT_FORWARD_URL, categories: ['road', 'waste'] });
  });

  test('good values are taken as they are meant', () => {
    const config = readConfig({
      ...channel,
      PORT: '0',
      PUBLIC_URL: 'https://pakmud.example.go.th/chat/',
      LINE_API_BASE_URL: 'http://127.0.0.1:3100/',
      MONGODB_URI: 'mongodb+srv://user:pass@db.example.net/pakmud?retryWrites=true',
      LINE_BASIC_ID: '@pakmud',
      LOG_LEVEL: 'trace',
    });
    const expected: Partial<Config> = {
      port: 0,
      publicUrl: 'https://pakmud.example.go.th/chat',
      line: {
        channelSecret: channel.LINE_CHANNEL_SECRET,
        channelAccessToken: channel.LINE_CHANNEL_ACCESS_TOKEN,
        apiBaseUrl: 'http://127.0.0.1:3100',
        dataApiBaseUrl: 'https://api-data.line.me',
      },
      lineBasicId: '@pakmud',
      logLevel: 'trace',
    };
    expect(config).toMatchObject(expected);
  });
});

describe('the program itself', () => {
  test.each<[string, Record<string, string>]>([
    ['PORT', { PORT: 'eighty' }],
    ['LINE_CHANNEL_ACCESS_TOKEN', { LINE_CHANNEL_SECRET: channel.LINE_CHANNEL_SECRET }],
  ])('prints one line that names %s, and ends with 1', async (variable, settings) => {
    program = new Program(settings);
    expect(await program.ended()).toEqual({ code: 1, signal: null });
    expect(program.output).toBe('');
    expect(program.errors).toMatch(new RegExp(`^${variable} [^\n]+\n$`));
    expect(program.errors).not.toContain(channel.LINE_CHANNEL_SECRET);
  });

  test('refuses a part it does not have, in one line', async () => {
    program = new Program({}, 'everything');
    expect(await program.ended()).toEqual({ code: 1, signal: null });
    expect(program.errors).toMatch(/^"everything" [^\n]+\n$/);
  });
});
