/** A way to the database that a test can shut: to the program, the database is then away. */
import net, { type Socket } from 'node:net';

/** `uri` leads through the gate. Shutting it ends the open connections too. */
export type DatabaseGate = { uri: string; shut(): void; open(): void; close(): Promise<void> };

/** Opens a gate before the database of `uri`, a Unix socket or a host. */
export async function openDatabaseGate(uri: string): Promise<DatabaseGate> {
  const [, place = '', rest = ''] = /^mongodb:\/\/([^/]+)(.*)$/.exec(uri) ?? [];
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server = net.createServer((from) => {
    if (!isOpen) return from.destroy();
    const to = connectTo(place);
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the gate has no port');
  const shut = () => {
    isOpen = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    uri: directly(`mongodb://127.0.0.1:${address.port}${rest}`),
    shut,
    open: () => {
      isOpen = true;
    },
    close: () => {
      shut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** With a short heartbeat, so that the driver soon notices. A server that belongs to a set would send the driver to its members, past the gate. */
function directly(uri: string): string {
  const plain = uri.replace(/(replicaSet|directConnection)=[^&]*&?/g, '');
  return `${plain}${plain.includes('?') ? '&' : '?'}directConnection=true&heartbeatFrequencyMS=500`;
}

function connectTo(place: string): Socket {
  const path = decodeURIComponent(place);
  if (path.startsWith('/')) return net.connect(path);
  const [host = 'localhost', port = '27017'] = place.split(',')[0]?.split('@').at(-1)?.split(':') ?? [];
  return net.connect(Number(port), host);
}
