/** Merging two pins of a transcript, in memory, as the models do it. */
import type { FoundPin } from '../../flows/look-ups.ts';
import type { PinEffects } from '../../flows/pin-effects.ts';
import { lookAfter, type Role } from '../../models/role.ts';
import type { ScopedPlace } from '../../models/scope.ts';

const MOST_PHOTOS = 10;

/** A pin as far as merging goes. */
type Mergeable = {
  pin: FoundPin;
  agency?: string;
  retired: boolean;
  reason?: string;
  mergedInto?: string;
  photos: string[];
};

type World = {
  named: (code: string) => Mergeable | undefined;
  roles: (person: string) => readonly Role[];
  place: (agency: string) => ScopedPlace | undefined;
  moveTasks: (from: string, to: string) => void;
};

/** Who may merge which pins, and what comes of it. */
export class MemoryMerges {
  readonly #world: World;
  readonly #done = new Map<string, string>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Whether the person looks after the agency of this pin. */
  mayMerge(code: string, person: string): boolean {
    const known = this.#world.named(code);
    if (!known || known.retired) return false;
    return this.#looksAfter(known, person);
  }

  /** The pin on the map that a code leads to. */
  behind(code: string): Mergeable | undefined {
    const known = this.#world.named(code);
    if (!known?.retired) return known;
    return known.mergedInto === undefined ? undefined : this.behind(known.mergedInto);
  }

  /** Merges; the same id again changes nothing. */
  merge(
    { id, keep, away }: PinEffects['mergePins']['takes'],
    person: string,
  ): PinEffects['mergePins']['gives'] {
    const before = this.#done.get(id);
    if (before !== undefined) return { result: 'merged', code: before };
    if (keep === away) return { result: 'same' };
    const [kept, gone] = [this.#world.named(keep), this.#world.named(away)];
    if (!kept || !gone) return { result: 'gone' };
    if (![kept, gone].every((known) => this.#looksAfter(known, person))) return { result: 'not-allowed' };
    const merged = [gone, kept].find(({ retired, mergedInto }) => retired && mergedInto !== undefined);
    const behind = merged && this.behind(merged.pin.code);
    if (behind) return { result: 'already-merged', code: behind.pin.code };
    if (kept.retired || gone.retired) return { result: 'gone' };
    Object.assign(gone, { retired: true, reason: 'merged', mergedInto: keep });
    // What the pin that stays has, it keeps.
    kept.pin = { ...gone.pin, ...kept.pin };
    const room = Math.max(0, MOST_PHOTOS - kept.photos.length);
    kept.photos.push(...gone.photos.splice(0, room));
    this.#world.moveTasks(away, keep);
    this.#done.set(id, keep);
    return { result: 'merged', code: keep };
  }

  #looksAfter({ agency }: Mergeable, person: string): boolean {
    const place = agency === undefined ? undefined : this.#world.place(agency);
    return lookAfter(this.#world.roles(person), place ?? {});
  }
}
