/** Doing the writes about a person’s own data. Each is keyed by the turn's own id, and only ever about who asks. */
import type { MyDataEffects } from '../../flows/my-data/my-data-effects.ts';
import { erasePerson } from '../../models/my-data.ts';
import { dataTokenFor, makeDataLink } from '../../models/my-data-link.ts';

type Surroundings = {
  now: () => Date;
  /** Makes tokens unguessable, and the same for a repeated turn. */
  secret: string;
  onErased: (person: string) => void;
};

type Doer<Name extends keyof MyDataEffects> = (
  takes: MyDataEffects[Name]['takes'],
  person: string,
) => Promise<MyDataEffects[Name]['gives']>;

/** The doers of these writes. */
export function createMyDataDoers({ now, secret, onErased }: Surroundings): {
  [Name in keyof MyDataEffects]: Doer<Name>;
} {
  return {
    async exportMyData({ id }, person) {
      const ends = await makeDataLink({ token: dataTokenFor(id, secret), person, now: now() });
      return { secretOf: id, expiresAt: ends.toISOString() };
    },
    async eraseMyData({ id }, person) {
      const { result } = await erasePerson({ person, id, now: now(), inTurn: true });
      if (result === 'erased') onErased(person);
      return { result };
    },
  };
}
