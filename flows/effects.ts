/**
 * Every write a conversation can ask for. A step returns these; `bot/turn/perform` carries them out, each keyed
 * so that doing it twice equals doing it once.
 */
import type { Position } from './engine/message.ts';
import type { PeopleEffects } from './people-effects.ts';
import type { PinEffects } from './pin-effects.ts';

/** What a pin holds while it is being made. Everything may still be missing. */
export type PinFields = {
  position?: Position | undefined;
  /** Where at the office the point stands (the programme's rule: main entrance, or the service counter). */
  spot?: 'entrance' | 'counter' | undefined;
  nameTh?: string | undefined;
  kind?: string | undefined;
  /** As the person's map gave it, if it did. */
  address?: string | undefined;
};

/** A pin that can be published. */
export type CompletePin = {
  position: Position;
  spot: 'entrance' | 'counter';
  nameTh: string;
  kind: string;
  address?: string;
  /** The code of the pin this office is inside of. */
  parent?: string;
};

/** Name of the write → what it takes, what it gives back to the step that follows. */
export type Effects = PeopleEffects &
  PinEffects & {
    /** Keeps an unfinished pin. The same id again replaces what was kept. A published pin is left as it is. */
    keepDraft: {
      takes: { id: string; fields: PinFields; step: string; agency?: string };
      gives: { kept: boolean };
    };
    /** Throws a draft away. */
    discardDraft: { takes: { id: string }; gives: { discarded: true } };
    /** Publishes a pin. Publishing the same id again gives the same code and changes nothing; somebody else's is left alone. */
    publishPin: {
      takes: { id: string; pin: CompletePin; agency?: string };
      gives: { result: 'published'; code: string } | { result: 'not-yours' };
    };
  };

/** A write to be done. */
export type Effect = { [K in keyof Effects]: { do: K } & Effects[K]['takes'] }[keyof Effects];

/** What a write gave back. */
export type Outcome = { [K in keyof Effects]: { of: K } & Effects[K]['gives'] }[keyof Effects];
