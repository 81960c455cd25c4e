/** What a person may read of what is stored of them (ข้อมูลของฉัน). */

/** Since when the days of a kind are counted. */
export type Since =
  | 'answered'
  | 'sent'
  | 'last-used'
  | 'decided'
  | 'expired'
  | 'closed'
  | 'said'
  | 'made'
  | 'rated';

/** For how long a kind is kept; without days until the person is erased. */
export type Keeping = {
  keptDays?: number | undefined;
  since?: Since | undefined;
  /** When erased, the record stays and the person is taken out of it. */
  stays?: true | undefined;
};

/** One kind of data and how many there are. Its words stand in `kind-words.ts`. */
export type StoredKind = { kind: string; count: number } & Keeping;

export type MyDataLookUps = {
  stored(person: string): Promise<StoredKind[]>;
  /** False for the last administrator. */
  mayBeErased(person: string): Promise<boolean>;
};
