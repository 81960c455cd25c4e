/** The settings of a process. This is the only file that reads the environment. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { type ComplaintCategory, complaintCategories } from '../flows/complaints/complaint.ts';

/** LINE's own origins. */
const LINE_API = 'https://api.line.me';
const LINE_DATA_API = 'https://api-data.line.me';

/** Settings, checked. */
export type Config = {
  port: number;
  host: string;
  /** Where people's phones reach this service, without a slash at the end. */
  publicUrl: string;
  /** The channel; undefined runs the simulated LINE instead. */
  line:
    | { channelSecret: string; channelAccessToken: string; apiBaseUrl: string; dataApiBaseUrl: string }
    | undefined;
  /** The account's basic id, such as `@pakmud`; posters lead to it. */
  lineBasicId: string | undefined;
  /** Where cases of these categories are forwarded to, and the token for it; undefined forwards none. */
  forward: { url: string; token: string; categories: readonly ComplaintCategory[] } | undefined;
  /** The key under which updates of forwarded cases are signed; undefined takes none. */
  complaintUpdatesSecret: string | undefined;
  mongodbUri: string | undefined;
  dataDirectory: string;
  simulatorPort: number;
  /** The most pushes a month that the bot may use; all that LINE gives where none is set. */
  pushBudget: number | undefined;
  /** Hears of every job that ended well, so that somebody notices when none does. */
  jobsHeartbeatUrl: string | undefined;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
};

/** A setting that cannot be used. The message is one line: the variable, and what it should be. */
export class BadSetting extends Error {
  readonly code = 'bad-setting';
}

const port = (standard: number) => z.coerce.number().int().min(0).max(65_535).default(standard);
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((url) => URL.canParse(url) && new URL(url).pathname === '/', 'has a path')
  .transform((url) => url.replace(/\/$/, ''));
/** Cases of people go over it: nothing but https, or what stays on this machine. */
const safeAddress = z
  .url({ protocol: /^https?$/ })
  .refine((url) => URL.canParse(url) && isSafe(new URL(url)), 'is not https');
const isSafe = ({ protocol, hostname }: URL) =>
  protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

/** Each variable with what it should be, in words. */
const variables = {
  PORT: [port(3000), 'a port number, 0 to 65535 (0: any free one)'],
  HOST: [z.string().min(1).default('0.0.0.0'), 'an address to listen on, such as 0.0.0.0 or 127.0.0.1'],
  PUBLIC_URL: [
    address.optional(),
    'the https address people reach this service at, such as https://pakmud.example.go.th',
  ],
  LINE_CHANNEL_SECRET: [z.string().min(8).optional(), 'the channel secret of the LINE Developers console'],
  LINE_CHANNEL_ACCESS_TOKEN: [
    z.string().min(8).optional(),
    'the long-lived channel access token of the LINE Developers console',
  ],
  LINE_API_BASE_URL: [origin.default(LINE_API), `an origin without a path, such as ${LINE_API}`],
  LINE_DATA_API_BASE_URL: [
    origin.default(LINE_DATA_API),
    `an origin without a path, such as ${LINE_DATA_API}`,
  ],
  LINE_BASIC_ID: [
    z
      .string()
      .regex(/^@[\w.-]{1,30}$/)
      .optional(),
    'the account’s basic id with its @, such as @pakmud',
  ],
  COMPLAINT_FORWARD_URL: [
    safeAddress.optional(),
    'the https address that takes complaints, such as https://1111.example.go.th/cases',
  ],
  COMPLAINT_FORWARD_TOKEN: [
    z
      .string()
      .regex(/^[\x21-\x7e]{8,}$/)
      .optional(),
    'the bearer token for COMPLAINT_FORWARD_URL, at least 8 characters without spaces',
  ],
  COMPLAINT_FORWARD_CATEGORIES: [
    z
      .string()
      .default(complaintCategories.join(','))
      .transform((list) => list.split(',').map((one) => one.trim()))
      .pipe(z.array(z.enum(complaintCategories)).min(1)),
    `categories with commas between them, out of ${complaintCategories.join(', ')}`,
  ],
  COMPLAINT_UPDATES_SECRET: [
    z.string().min(16).optional(),
    'the secret that updates of complaints are signed with, at least 16 characters',
  ],
  MONGODB_URI: [
    z
      .string()
      .regex(/^mongodb(\+srv)?:\/\/./)
      .optional(),
    'a MongoDB address, such as mongodb://localhost:27017/pakmud?replicaSet=rs0',
  ],
  DATA_DIR: [z.string().min(1).default('.data'), 'a directory for the embedded database'],
  SIMULATOR_PORT: [port(3100), 'a port number, 0 to 65535 (0: any free one)'],
  PUSH_BUDGET: [
    z.coerce.number().int().min(0).optional(),
    'the most pushes a month that the bot may use, a whole number such as 300',
  ],
  JOBS_HEARTBEAT_URL: [
    address.optional(),
    'the address that is to hear of every job that ended well, such as https://heartbeat.example/pakmud',
  ],
  LOG_LEVEL: [
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    'one of fatal, error, warn, info, debug, trace, silent',
  ],
} as const;

type Environment = Record<string, string | undefined>;

/** Reads the settings. Throws `BadSetting` at the first value that cannot be used. An empty value counts as unset. */
export function readConfig(environment: Environment = processEnvironment()): Config {
  const read = <K extends keyof typeof variables>(name: K) => readVariable(name, environment);
  const serverPort = read('PORT');
  return {
    port: serverPort,
    host: read('HOST'),
    publicUrl: read('PUBLIC_URL') ?? `http://localhost:${serverPort}`,
    line: readChannel(environment),
    lineBasicId: read('LINE_BASIC_ID'),
    forward: readForward(environment),
    complaintUpdatesSecret: read('COMPLAINT_UPDATES_SECRET'),
    mongodbUri: read('MONGODB_URI'),
    dataDirectory: read('DATA_DIR'),
    simulatorPort: read('SIMULATOR_PORT'),
    pushBudget: read('PUSH_BUDGET'),
    jobsHeartbeatUrl: read('JOBS_HEARTBEAT_URL'),
    logLevel: read('LOG_LEVEL'),
  };
}

/** The process's environment, with what stands in a `.env` file beside it and is not set otherwise. */
function processEnvironment(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

function readChannel(environment: Environment): Config['line'] {
  const channelSecret = readVariable('LINE_CHANNEL_SECRET', environment);
  const channelAccessToken = readVariable('LINE_CHANNEL_ACCESS_TOKEN', environment);
  if (!channelSecret && !channelAccessToken) return undefined;
  if (!channelSecret)
    throw new BadSetting(`LINE_CHANNEL_SECRET is missing: it should be ${variables.LINE_CHANNEL_SECRET[1]}`);
  if (!channelAccessToken) {
    throw new BadSetting(
      `LINE_CHANNEL_ACCESS_TOKEN is missing: it should be ${variables.LINE_CHANNEL_ACCESS_TOKEN[1]}`,
    );
  }
  return {
    channelSecret,
    channelAccessToken,
    apiBaseUrl: readVariable('LINE_API_BASE_URL', environment),
    dataApiBaseUrl: readVariable('LINE_DATA_API_BASE_URL', environment),
  };
}

function readForward(environment: Environment): Config['forward'] {
  const url = readVariable('COMPLAINT_FORWARD_URL', environment);
  const token = readVariable('COMPLAINT_FORWARD_TOKEN', environment);
  const categories = readVariable('COMPLAINT_FORWARD_CATEGORIES', environment);
  if (!url && !token) return undefined;
  if (url && token) return { url, token, categories };
  const missing = url ? 'COMPLAINT_FORWARD_TOKEN' : 'COMPLAINT_FORWARD_URL';
  throw new BadSetting(`${missing} is missing: it should be ${variables[missing][1]}`);
}

function readVariable<K extends keyof typeof variables>(name: K, environment: Environment) {
  const [schema, shouldBe] = variables[name];
  const parsed = schema.safeParse(environment[name] || undefined);
  // The value itself is not repeated: it may be a secret.
  if (!parsed.success) throw new BadSetting(`${name} cannot be used: it should be ${shouldBe}`);
  // The table pairs each name with its own schema; the compiler does not see that through the union.
  return parsed.data as z.output<(typeof variables)[K][0]>;
}
