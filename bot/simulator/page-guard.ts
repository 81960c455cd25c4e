/** Lets only the page itself use the page's interface: no other site, and no foreign name for this machine. */
import type { NextFunction, Request, Response } from 'express';

const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data: https: http://localhost:* http://127.0.0.1:*",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `host` is the address the server listens on; it is a name of this machine beside the usual ones. */
export function pageGuard(host: string) {
  const ownNames = new Set(['localhost', '127.0.0.1', '[::1]', host]);
  return (request: Request, response: Response, next: NextFunction): void => {
    response.set({
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    if (isOwn(request, ownNames)) next();
    else response.status(403).json({ message: 'Only the page of this server may do this.' });
  };
}

/** The Host header stops DNS rebinding, the Origin and Sec-Fetch-Site headers stop posts from other sites. */
function isOwn(request: Request, ownNames: ReadonlySet<string>): boolean {
  const host = request.header('host') ?? '';
  const origin = request.header('origin');
  const site = request.header('sec-fetch-site') ?? 'none';
  const name = host.replace(/:\d+$/, '');
  const navigates = request.method === 'GET' && request.header('sec-fetch-mode') === 'navigate';
  return (
    ownNames.has(name) &&
    (origin === undefined || origin === `http://${host}`) &&
    (['same-origin', 'none'].includes(site) || navigates)
  );
}
