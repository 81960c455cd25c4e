/** Doing the writes on published pins. Each is keyed by the turn's own id; who may do them the models decide. */
import type { Effects } from '../../flows/effects.ts';
import type { PinEffects } from '../../flows/pin-effects.ts';
import { NotAllowed } from '../../models/person.ts';
import type { Changed } from '../../models/pin-change.ts';
import { type MergeWish, mergePins } from '../../models/pin-merge.ts';
import { addPhoto, deletePhoto, pinWithPhotos } from '../../models/pin-photos.ts';
import { type Undone, undoLast } from '../../models/pin-undo.ts';
import {
  bringBack,
  markChecked,
  movePin,
  noteEditing,
  type PinWork,
  retirePin,
  setFields,
} from '../../models/pin-work.ts';
import { closeTask, reportPin } from '../../models/task.ts';
import type { ContentClient, Fetched } from '../line/content.ts';
import { encodePhoto } from '../photos/encode.ts';

type Surroundings = {
  now: () => Date;
  /** Told when what can be found has changed, so that this process finds it at once. */
  onPublished: () => Promise<void>;
  content: ContentClient;
};

type Doer<Name extends keyof Effects> = (
  takes: Effects[Name]['takes'],
  person: string,
) => Promise<Effects[Name]['gives']>;

/** The doers of all writes on published pins. */
export function createPinDoers({ now, onPublished, content }: Surroundings): {
  [Name in keyof PinEffects]: Doer<Name>;
} {
  const workOf = ({ id, pin }: { id: string; pin: string }, by: string): PinWork => ({
    pin,
    by,
    at: now(),
    key: `pin:${id}`,
  });
  const merge = async (wish: MergeWish): Promise<Effects['mergePins']['gives']> => {
    try {
      const done = await mergePins(wish);
      if (done.result === 'merged') await onPublished();
      return done;
    } catch (error) {
      if (error instanceof NotAllowed) return { result: 'not-allowed' };
      throw error;
    }
  };
  const told = async ({ result }: Changed) => {
    if (result === 'changed') await onPublished();
    return { result };
  };
  const toldUndone = async (undone: Undone): Promise<Effects['undoPinChange']['gives']> => {
    if (undone.result === 'changed-since') return undone;
    if (undone.result !== 'changed') return { result: undone.result };
    await onPublished();
    return { result: 'changed', fields: undone.fields };
  };
  return {
    changePin: async ({ fields, ...on }, by) => {
      const { position, ...others } = fields;
      const work = workOf(on, by);
      return told(await (position ? movePin({ ...work, position }) : setFields({ ...work, fields: others })));
    },
    undoPinChange: async ({ past, ...on }, by) => toldUndone(await undoLast({ ...workOf(on, by), past })),
    retirePin: async ({ reason, ...on }, by) => told(await retirePin({ ...workOf(on, by), reason })),
    bringPinBack: async (on, by) => told(await bringBack(workOf(on, by))),
    checkPin: async ({ id, pin }, by) =>
      told(await markChecked({ ...workOf({ id, pin }, by), key: `pin:${id}:checked` })),
    noteEditing: async ({ pin }, by) => {
      await noteEditing({ pin, by, at: now() });
      return { noted: true };
    },
    addPhoto: (takes, by) => fetchPhoto(takes, workOf(takes, by), content),
    deletePhoto: ({ photo, ...on }, by) => deletePhoto({ ...workOf(on, by), photo }),
    reportPin: ({ id, ...report }, by) => reportPin({ ...report, by, at: now(), key: id }),
    mergePins: ({ id, ...pins }, by) => merge({ ...pins, by, at: now(), key: `merge:${id}` }),
    closeTask: ({ task }, by) => closeTask({ id: task, by, at: now() }),
  };
}

/** Nothing is fetched for somebody who may not keep it. */
async function fetchPhoto(
  { id, pin, messageId }: Effects['addPhoto']['takes'],
  work: PinWork,
  content: ContentClient,
): Promise<Effects['addPhoto']['gives']> {
  if ((await pinWithPhotos(pin, work.by)) === undefined) return { result: 'not-yours' };
  const fetched = await content.fetchContent(messageId);
  if (!fetched.ok) return { result: WHY_NOT[fetched.why] };
  const encoded = await encodePhoto(fetched.bytes);
  if ('refused' in encoded) return { result: encoded.refused };
  return addPhoto(work, { ...encoded, id: photoId(id), messageId });
}

const WHY_NOT = {
  gone: 'gone',
  'too-large': 'too-large',
  'not-ready': 'try-again',
  unclear: 'try-again',
} as const satisfies Record<Extract<Fetched, { ok: false }>['why'], string>;

/** Letters and digits only, as they stand in a photo's address. LINE's event ids are nothing else. */
const photoId = (turn: string): string => turn.replace(/[^0-9A-Za-z]/g, '').slice(0, 64);
