/** Posting one case to the complaint system 1111: what is sent, and what the answer means. */
import { z } from 'zod';
import type { CaseToForward } from '../../models/complaint-passed-on.ts';

/** Where cases go, and the token that opens it. */
export type ForwardTarget = { url: string; token: string };

/**
 * What became of a post: it is there, under a number; it was refused for good; or it is unclear or not now, and the
 * same post may be made again (`waitMilliseconds` when the other side says how long to wait).
 */
export type Posted =
  | { result: 'accepted'; number: string }
  | { result: 'refused'; status: number }
  | { result: 'unclear'; status?: number; waitMilliseconds?: number };

/** Posts a case under its idempotency key. Never rejects. */
export type PostCase = (passedOn: CaseToForward, key: string) => Promise<Posted>;

type Settings = ForwardTarget & {
  /** The signed address of a photo. */
  photoAddress: (id: string) => string;
  timeoutMilliseconds: number;
  /** Breaks off the posts in hand: the program ends. */
  cutOff: AbortSignal;
};

/** An answer is a number and little more. Characters. */
const LONGEST_ANSWER = 10_000;
const answer = z.object({
  number: z.union([z.string().trim().min(1).max(100), z.int().nonnegative().transform(String)]),
});
/** Refused now, and not for what was sent: too slow, too early, too many. */
const NOT_FOR_GOOD = [408, 425, 429];

/** Posts to `url`. */
export function createForwardClient({
  url,
  token,
  photoAddress,
  timeoutMilliseconds,
  cutOff,
}: Settings): PostCase {
  return async (passedOn, key) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          'idempotency-key': key,
        },
        body: JSON.stringify(bodyOf(passedOn, photoAddress)),
        // The token is for this address only.
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMilliseconds), cutOff]),
      });
      return meaningOf(response, await response.text());
    } catch {
      return { result: 'unclear' };
    }
  };
}

/** The body, field by field. */
function bodyOf(
  { code, category, words, photos, target, at }: CaseToForward,
  photoAddress: (id: string) => string,
) {
  const about =
    'pin' in target
      ? { office: { code: target.pin, name: target.name } }
      : { place: { area: target.area, ...(target.position && { position: positionOf(target.position) }) } };
  return { code, category, words, photos: photos.map(photoAddress), target: about, at };
}

const positionOf = ([longitude, latitude]: readonly [number, number]) => ({ latitude, longitude });

function meaningOf(response: Response, text: string): Posted {
  const { status } = response;
  const number = numberIn(text);
  // 409: it has the case already, under this number.
  if ((response.ok || status === 409) && number !== undefined) return { result: 'accepted', number };
  if (status >= 400 && status < 500 && !NOT_FOR_GOOD.includes(status)) return { result: 'refused', status };
  const waitMilliseconds = waitIn(response);
  return { result: 'unclear', status, ...(waitMilliseconds !== undefined && { waitMilliseconds }) };
}

function numberIn(text: string): string | undefined {
  if (text.length > LONGEST_ANSWER) return undefined;
  try {
    return answer.parse(JSON.parse(text)).number;
  } catch {
    return undefined;
  }
}

/** `Retry-After` in seconds; its other form, a date, is not worth reading against two clocks. */
function waitIn({ headers }: Response): number | undefined {
  const written = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(written) ? Number(written) * 1_000 : undefined;
}
