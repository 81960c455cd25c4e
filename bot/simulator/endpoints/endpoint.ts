/** What an endpoint of the platform is: a path, its limits, and a function from a call to an answer. */
import type { Platform } from '../platform.ts';
import type { RateLimit } from '../rate-limits.ts';

/** One error of a request body: where and what. */
export type Detail = { message: string; property: string };

/** LINE's form of an error. */
export type ErrorBody = { message: string; details?: Detail[]; sentMessages?: unknown };

/** `body` goes out as JSON, `bytes` as they are; without both an empty JSON object is sent. */
export type Answer = {
  status: number;
  body?: unknown;
  bytes?: { data: Uint8Array; contentType: string };
  headers?: Record<string, string>;
};

/** One authorized call, its body parsed (`json`) or raw (`bytes`). */
export type Call = {
  platform: Platform;
  parameters: Record<string, string>;
  query: Record<string, string>;
  json: unknown;
  bytes: Uint8Array;
  contentType: string;
  requestId: string;
  retryKey: string | undefined;
  /** Pictures from this machine may come over plain http, for trying out without a certificate. */
  allowLocalImages: boolean;
};

export type Endpoint = {
  /** Its name in counters, faults and rate limits. */
  name: string;
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  limit?: RateLimit;
  acceptsRetryKey?: true;
  /** `optional` json may be left out altogether. */
  body: 'json' | 'optional' | 'bytes' | 'none';
  answer: (call: Call) => Answer | Promise<Answer>;
};

/** Thrown by an endpoint to refuse the call; becomes the answer. */
export class Refusal extends Error {
  readonly code = 'REFUSED';
  readonly status: number;
  readonly body: ErrorBody;
  readonly headers: Record<string, string>;

  constructor(status: number, body: ErrorBody, headers: Record<string, string> = {}) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** 400 with the errors of the body, in LINE's words. */
export function bodyErrors(details: Detail[]): Refusal {
  return new Refusal(400, { message: `The request body has ${details.length} error(s)`, details });
}

/** 400 for a property of the wrong form, as LINE says it for ids. */
export function invalidProperty(property: string): Refusal {
  const message = `The property, '${property}', in the request body is invalid (line: -, column: -)`;
  return new Refusal(400, { message });
}

export const notFound = (message = 'Not found') => new Refusal(404, { message });

export const done: Answer = { status: 200, body: {} };
export const accepted: Answer = { status: 202, body: {} };
