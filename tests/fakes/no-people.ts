/** Look-ups about people where there are none. */
import type { PeopleLookUps } from '../../flows/people-look-ups.ts';

export const noPeople: PeopleLookUps = {
  hasAgencies: async () => false,
  agenciesNamed: async () => [],
  ownAgenciesNamed: async () => [],
  agency: async () => undefined,
  registeredAt: async () => [],
  officialsSeenBy: async () => undefined,
  waitingFor: async () => [],
  countWaitingFor: async () => 0,
  missingAgenciesFor: async () => [],
  countMissingAgenciesFor: async () => 0,
  openInvitations: async () => [],
  placeOf: async () => ({ th: '' }),
  scopesNamed: async () => [],
  history: async () => undefined,
};
