/** Turns that change somebody's role or language have menus linked, after the answer is out. Others pay nothing for it. */
import type { Effect } from '../../flows/effects.ts';
import { wishMenu } from '../../models/menu-link.ts';
import type { Log } from '../log.ts';
import type { TurnParts } from '../turn/take-turn.ts';
import { keepLinking, type Linking } from './keep-linking.ts';
import { type LinkingClient, MenuLinker } from './link-menus.ts';

/** Writes after which somebody's menu may be another one; the operations behind them have wished for it. */
const CHANGES_ROLES: ReadonlySet<Effect['do']> = new Set<Effect['do']>([
  'redeemInvitation',
  'decideRegistration',
  'closeMissingAgency',
  'actAs',
  'leaveRole',
  'revokeOfficial',
]);

type Surroundings = {
  menus?: LinkingClient | undefined;
  now: () => Date;
  newId: () => string;
  log: Log;
};

/** Starts linking; `around` puts it beside the parts of turns. Without `menus` nobody is linked. */
export function linkBesideTurns(
  { menus, now, newId, log }: Surroundings,
  pollMilliseconds: number,
): { around(parts: TurnParts): TurnParts; stop(): Promise<void> } {
  if (!menus) return { around: (parts) => parts, stop: async () => undefined };
  const linker = new MenuLinker({ line: menus, now, newId, log });
  const linking = keepLinking({ linker, pollMilliseconds, log });
  return { around: (parts) => withLinking(parts, linking), stop: linking.stop };
}

/** The parts of a turn, with linking beside them. A wish that cannot be kept never fails the turn: the nightly look finds it. */
function withLinking(parts: TurnParts, linking: Pick<Linking, 'kick'>): TurnParts {
  /** Chats whose turn in hand changed a menu, or erased the person. */
  const changed = new Set<string>();
  const erased = new Set<string>();
  const wish = async (person: string) => {
    changed.add(person);
    await wishMenu(person).catch((error: unknown) =>
      parts.log.warn({ err: error }, 'a menu could not be wished for'),
    );
  };
  return {
    ...parts,
    async perform(effect, person) {
      const outcome = await parts.perform(effect, person);
      if (CHANGES_ROLES.has(effect.do)) changed.add(person);
      if (effect.do === 'eraseMyData') erased.add(person);
      return outcome;
    },
    async back(person) {
      await parts.back(person);
      await wish(person);
    },
    async languageChanged(person) {
      await parts.languageChanged(person);
      await wish(person);
    },
    async end(claim, ending) {
      const isOurs = await parts.end(claim, ending);
      // Whoever was erased sees the default menu again; linking it takes the wish itself away.
      if (erased.delete(claim.chat)) await wish(claim.chat);
      if (changed.delete(claim.chat)) linking.kick();
      return isOurs;
    },
  };
}
