/** Listening for HTTP, and stopping cleanly. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

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

/** Requests in hand are answered; idle connections are closed at once. */
function close(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
