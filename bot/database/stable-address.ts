// A database address that outlives the engine behind it: a symbolic link in a private directory that is pointed at
// the socket of whichever engine serves now. Drivers that lose their connection find the next engine by themselves.

import { createHash, randomUUID } from 'node:crypto';
import { lstat, mkdir, readlink, realpath, rename, rm, rmdir, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { errorCode } from './error-code.ts';

/** The system's limit on a Unix socket's path: sun_path has 104 bytes on macOS, 108 on Linux, with a closing zero. */
const SOCKET_PATH_LIMIT = 103;
/** The engine makes `embedded-mongodb-XXXXXX/mongodb.sock` in its temporary directory. */
const LONGEST_NAME_BELOW = '/embedded-mongodb-XXXXXX/mongodb.sock';
const ENGINE_DIRECTORY = /^embedded-mongodb-\w{6}$/;

/** `uri` never changes; `directory` is private to this user and this data directory. */
export type StableAddress = { uri: string; directory: string; link: string };

/** A place for sockets whose paths stay within the system's limit. */
export function temporaryDirectory(): string {
  const usual = os.tmpdir();
  return Buffer.byteLength(usual + LONGEST_NAME_BELOW) <= SOCKET_PATH_LIMIT ? usual : '/tmp';
}

/** The address for a data directory, which exists. The same for every process of this user. */
export async function stableAddress(dataDirectory: string): Promise<StableAddress> {
  const hash = createHash('sha256')
    .update(await realpath(dataDirectory))
    .digest('hex')
    .slice(0, 12);
  const directory = path.join(temporaryDirectory(), `pakmud-${hash}`);
  const link = path.join(directory, 'db.sock');
  return { uri: `mongodb://${encodeURIComponent(link)}/?directConnection=true`, directory, link };
}

/** Points the address at an engine's socket, in one step. Does nothing when it points there already. */
export async function pointAt(address: StableAddress, socketPath: string): Promise<void> {
  // A process that closes takes the directory away, perhaps just now.
  await tryToPoint(address, socketPath).catch(() => tryToPoint(address, socketPath));
}

async function tryToPoint(address: StableAddress, socketPath: string): Promise<void> {
  await makePrivateDirectory(address.directory);
  if ((await readlink(address.link).catch(() => undefined)) === socketPath) return;
  const next = path.join(address.directory, randomUUID());
  await symlink(socketPath, next);
  await rename(next, address.link);
}

/** Takes the address away. Whoever still uses the database points it anew when it has found the next engine. */
export async function removeAddress(address: StableAddress): Promise<void> {
  await rm(address.link, { force: true });
  await rmdir(address.directory).catch(() => {});
}

/** Removes what an engine that was killed has left of its socket. */
export async function removeSocket(socketPath: string): Promise<void> {
  const directory = path.dirname(socketPath);
  // The path was read from a file, so it is removed only where an engine would have made it.
  if (!ENGINE_DIRECTORY.test(path.basename(directory))) return;
  await rm(socketPath, { force: true });
  await rmdir(directory).catch(() => {});
}

/** Temporary directories are shared by all users: a directory that somebody else laid out is not to be trusted. */
async function makePrivateDirectory(directory: string): Promise<void> {
  await mkdir(directory, { mode: 0o700 }).catch((error) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
  const found = await lstat(directory);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o077) !== 0)
    throw new Error(
      `${directory} must be a directory of this user that nobody else may enter. Remove it and start again.`,
    );
}
