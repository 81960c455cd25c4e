/**
 * Published pins that come from a file instead of a person: each has the id of its row, so that the same file again
 * changes nothing. What is done with pins in chat stands in `pin.ts`.
 */
import type { AuditFields } from './audit.ts';
import { PinModel, type PinName, type PinPosition } from './pin-document.ts';
import { type PutCounts, putRows, type Register, type RegisterRow, type Writing } from './register.ts';
import { keyBesideName } from './thai/name-key.ts';

/** A service point from a file; `sourceId` is its id there, `kind` the id of a kind of office. */
export type ImportedPin = {
  sourceId: string;
  name: PinName;
  kind: string;
  position: PinPosition;
  area: PinName;
  address: PinName;
};

/** Who owns imported pins. */
const OWNER = 'import';

/**
 * Publishes and updates pins, each `sourceId` once. A pin keeps its code for ever; what changes leaves an audit
 * entry under that code. What people have edited since stays, unless the file says something new about that very
 * field; a retired pin stays retired. `newCode` is asked again when its code is taken.
 */
export async function putImportedPins(
  batch: readonly ImportedPin[],
  writing: Writing,
  newCode: () => string,
): Promise<PutCounts> {
  const register: Register<'pin'> = {
    model: PinModel.modelName,
    firstValues: () => ({
      state: 'published',
      code: newCode(),
      owner: OWNER,
      spot: 'entrance',
      publishedAt: writing.at,
    }),
    subjectOf: ({ code, agency }) => ({
      about: { kind: 'pin', id: String(code) },
      ...(typeof agency === 'string' && { agency }),
    }),
    // Of a name that people have given since, the key stays as well.
    follows: keyBesideName,
    keepsEdits: true,
  };
  return putRows(register, batch.map(rowOf), writing);
}

function rowOf({
  sourceId,
  name,
  kind,
  position,
  area,
  address,
}: ImportedPin): RegisterRow<AuditFields['pin']> {
  return {
    id: `import:${sourceId}`,
    values: {
      'name.th': name.th,
      'name.en': name.en ?? null,
      kind,
      'position.type': 'Point',
      'position.coordinates': [...position],
      'area.th': area.th,
      'area.en': area.en ?? null,
      'address.th': address.th,
      'address.en': address.en ?? null,
    },
  };
}
