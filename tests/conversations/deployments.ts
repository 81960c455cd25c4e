/** Newer versions of flows, as deployments would bring them while people are in the middle of a conversation. */
import type { Flow } from '../../flows/engine/flow.ts';
import type { Repertoire } from '../../flows/engine/world.ts';
import { newerSurvey, shorterSurvey } from './newer-surveys.ts';

type Variant = (flow: Flow) => Flow;
type Migrate = NonNullable<Flow['migrate']>;

/** The next version takes every state over as it is. */
const sameSteps: Migrate = ({ step, data }) => ({ step, data });

/** The next version had the kind asked with the name: whoever stood at the kind is asked for the name again. */
const nameBeforeKind: Migrate = ({ step, data }) => ({ step: step === 'kind' ? 'name' : step, data });

const carriesOver =
  (version: number, migrate: Migrate): Variant =>
  (flow) => ({ ...flow, version, migrate });

/** A version that cannot read older states. */
const startsAnew =
  (version: number): Variant =>
  ({ migrate: _migrate, ...flow }) => ({ ...flow, version });

/** By flow and version. `deploy pin-office 12` in a transcript brings one of these. */
const deployments: Record<string, Record<number, Variant>> = {
  welcome: { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  places: { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'find-office': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  register: { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  approvals: { 12: carriesOver(12, sameSteps) },
  officials: { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  invite: { 12: carriesOver(12, sameSteps) },
  'missing-agencies': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'my-data': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'my-profile': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  role: { 12: carriesOver(12, sameSteps) },
  history: { 12: carriesOver(12, sameSteps) },
  'merge-pins': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  deadlines: { 12: carriesOver(12, sameSteps) },
  progress: { 12: carriesOver(12, sameSteps) },
  digest: { 12: carriesOver(12, sameSteps) },
  leave: { 12: carriesOver(12, sameSteps) },
  reminders: { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  copies: { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'copy-flag': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'my-pins': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'edit-pin': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'pin-photos': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'check-pins': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'report-pin': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  poster: { 12: carriesOver(12, sameSteps) },
  route: { 12: carriesOver(12, sameSteps) },
  report: { 12: carriesOver(12, sameSteps) },
  survey: { 12: () => newerSurvey(12), 13: () => shorterSurvey(13), 14: startsAnew(14) },
  manuals: { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  services: { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  rate: { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  comments: { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  complain: { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'track-complaint': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'complaint-cases': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  tasks: { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'pin-office': { 12: carriesOver(12, nameBeforeKind), 13: startsAnew(13) },
};

/** The repertoire with `flow` in this version. */
export function deployed(repertoire: Repertoire, flow: string, version: number): Repertoire {
  const variant = deployments[flow]?.[version];
  if (!variant) throw new Error(`deployments.ts has no version ${version} of "${flow}"`);
  return { ...repertoire, flows: repertoire.flows.map((old) => (old.id === flow ? variant(old) : old)) };
}
