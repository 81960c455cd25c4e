/** Listening for HTTP, and stopping cleanly. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

/** How long a stop waits for requests in hand; a webhook takes milliseconds. Milliseconds. */
const LAST_REQUESTS = 1_000;

/** A listening server. */
export type Listening = { port: number; close(): Promise<void> };

/** Listens on `port` (0: any free one). Rejects when the port is taken. */
export function listen(app: Express, port: number, host: string): Promise<Listening> {
  const server = createServer(app);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      // A server on a TCP port always has an AddressInfo.
      const address = server.address() as AddressInfo;
      resolve({ port: address.port, close: () => close(server) });
    });
  });
}

/** Requests in hand are answered, within a second; idle connections are closed at once. */
function close(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    // A request that never arrives whole must not hold up the stop.
    const timer = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
