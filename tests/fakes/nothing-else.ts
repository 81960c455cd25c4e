/** Look-ups about everything else than pins and people, where there is nothing. */
import type { LookUps } from '../../flows/look-ups.ts';

export const nothingElse: Pick<
  LookUps,
  | 'procedures'
  | 'survey'
  | 'copies'
  | 'reports'
  | 'ratings'
  | 'complaints'
  | 'places'
  | 'myData'
  | 'deadlines'
  | 'progress'
  | 'reminders'
> = {
  procedures: {
    ofAgency: async () => [],
    procedure: async () => undefined,
    ofPin: async () => [],
    pinsOf: async () => undefined,
  },
  survey: { state: async () => undefined, revisions: async () => [] },
  copies: {
    atPin: async () => [],
    plansOf: async () => undefined,
    plan: async () => undefined,
    overdueIn: async () => undefined,
  },
  reports: { route: async () => undefined, survey: async () => undefined },
  ratings: {
    office: async () => undefined,
    satisfaction: async () => ({ n: 0, leftOut: 0 }),
    own: async () => undefined,
    publicComments: async () => ({ comments: [], all: 0 }),
    comments: async () => undefined,
    commented: async () => ({ offices: [], all: 0 }),
    isAskedAfterwards: async () => true,
    wayPath: (pin) => `/way/${pin}/token`,
  },
  complaints: {
    own: async () => undefined,
    ownCases: async () => ({ cases: [], all: 0 }),
    draft: async () => undefined,
    photos: async () => [],
    areas: async () => ({ areas: [], isMarked: false, hasMore: false }),
    masked: async (words) => words,
    alike: async () => [],
    handled: async () => ({ cases: [], all: 0, overdue: 0 }),
    countOverdue: async () => 0,
    handledCase: async () => undefined,
  },
  places: {
    known: async () => ({ favourites: [], visited: [] }),
    isFavourite: async () => false,
    readings: async () => [],
    ofKind: async () => ({ offices: [] }),
    offering: async () => undefined,
    inArea: async (area) => ({ offices: [], area: { th: area }, isNear: false }),
    areaNamed: async () => undefined,
    holidays: async () => new Map(),
    chatLink: () => undefined,
  },
  deadlines: {
    seenBy: async () => [],
    seen: async () => undefined,
    ofAgency: async () => undefined,
    scopes: async () => [],
    scopesNamed: async () => [],
    kinds: async () => [],
    agencies: async () => 0,
  },
  reminders: {
    settings: async () => ({ hour: 9 }),
    cost: async () => undefined,
    held: async () => undefined,
    countHeld: async () => 0,
  },
  progress: {
    deadlines: async () => [],
    of: async () => undefined,
    missing: async () => undefined,
    missingCodes: async () => undefined,
    digest: async () => 'weekly',
    standIns: async () => [],
    leaves: async () => [],
  },
  myData: { stored: async () => [], mayBeErased: async () => true },
};
