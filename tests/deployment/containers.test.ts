/** The container files fit the program: what they start, what they set, and what the image holds. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse, parseDocument } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../bot/config.ts';
import { GRACE } from '../../bot/start.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFile(path.join(root, file), 'utf8');
const text = await read('compose.yaml');
const dockerfile = await read('Dockerfile');

const bot = z.object({
  build: z.literal('.'),
  env_file: z.literal('.env'),
  environment: z.record(z.string(), z.string()),
  depends_on: z.object({ mongo: z.object({ condition: z.literal('service_healthy') }) }),
  read_only: z.literal(true),
  stop_grace_period: z.string().regex(/^\d+s$/),
  ports: z.array(z.string().regex(/^\d+:\d+$/)).default([]),
  command: z.array(z.string()).optional(),
});
const mongo = z.object({
  image: z.string(),
  command: z.array(z.string()),
  healthcheck: z.object({ test: z.tuple([z.literal('CMD'), z.literal('mongosh')], z.string()) }),
  volumes: z.array(z.string()),
});
const compose = z
  .object({
    services: z.object({ 'web-1': bot, 'web-2': bot, jobs: bot, mongo }).strict(),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(text, { merge: true }));
const { mongo: database, ...bots } = compose.services;
const processes = Object.entries(bots);

/** Environment values with the variables that compose fills in replaced. */
const filledIn = (environment: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.replace(/\$\{[^}]*\}/g, 'from-the-file'),
    ]),
  );

describe('compose.yaml', () => {
  test('is sound YAML', () => {
    const { errors, warnings } = parseDocument(text, { merge: true });
    expect([...errors, ...warnings]).toEqual([]);
  });

  test('publishes each web process once, at the port it listens on', () => {
    const ports = processes.flatMap(([, service]) => service.ports.map((port) => port.split(':')));
    expect(new Set(ports.map(([outside]) => outside)).size).toBe(2);
    for (const [, inside] of ports)
      expect(Number(inside)).toBe(readConfig(filledIn(bots['web-1'].environment)).port);
  });

  test.each(processes)('%s has settings that the program takes, and a real channel', (_name, service) => {
    const config = readConfig(filledIn(service.environment));
    expect(config.line).toBeDefined();
    expect(config.mongodbUri).toMatch(/^mongodb:\/\/mongo:27017\/pakmud\?replicaSet=rs0$/);
  });

  test('the replica set is made under the name that the bot asks for', () => {
    expect(database.command).toEqual(['mongod', '--replSet', 'rs0', '--bind_ip_all']);
    expect(database.healthcheck.test.at(-1)).toContain("_id: 'rs0'");
    expect(database.healthcheck.test.at(-1)).toContain("host: 'mongo:27017'");
  });

  test('the documents outlive the container, in a volume that is declared', () => {
    expect(database.volumes.map((volume) => volume.split(':'))).toEqual([
      [Object.keys(compose.volumes)[0], '/data/db'],
    ]);
  });

  test.each(processes)('%s is not killed while it finishes its turns', (_name, service) => {
    expect(Number.parseInt(service.stop_grace_period, 10) * 1000).toBeGreaterThan(GRACE + 1_500);
  });

  test('only the jobs are started otherwise than the image does', () => {
    expect(processes.filter(([, { command }]) => command).map(([name]) => name)).toEqual(['jobs']);
    expect(bots.jobs.command).toEqual(['node', 'bot/main.ts', 'jobs']);
  });
});

describe('Dockerfile', () => {
  const instructions = dockerfile.replaceAll('\\\n', ' ').split('\n');
  const argumentsOf = (word: string) =>
    instructions.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));

  test('starts the program itself, so that it gets the signal to stop, and not as root', () => {
    expect(argumentsOf('CMD').map((command) => JSON.parse(command))).toEqual([
      ['node', 'bot/main.ts', 'web'],
    ]);
    expect(argumentsOf('USER')).toEqual(['node']);
  });

  test('has every room of the program, and .dockerignore lets each through', async () => {
    const copied = argumentsOf('COPY').flatMap((line) => line.split(' ').slice(0, -1));
    expect(copied).toEqual(
      expect.arrayContaining(['bot', 'flows', 'models', 'jobs', 'rich-menus', 'package-lock.json']),
    );
    const letThrough = (await read('.dockerignore'))
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? line.slice(1) : []));
    expect(letThrough.sort()).toEqual([...copied].sort());
    expect(copied.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });

  test('asks the health check that the web process serves', () => {
    const check = dockerfile.match(/HEALTHCHECK[^[]*(\[.*\])/)?.[1];
    const [program, flag, script] = z.array(z.string()).parse(JSON.parse(check ?? '[]'));
    expect([program, flag]).toEqual(['node', '-e']);
    // It must at least be a program: `new Function` reads it and runs nothing.
    expect(() => new Function(String(script))).not.toThrow();
    expect(script).toContain('/healthz');
  });
});
