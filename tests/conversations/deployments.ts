/** Newer versions of flows, as deployments would bring them while people are in the middle of a conversation. */
import type { Flow } from '../../flows/engine/flow.ts';
import type { Repertoire } from '../../flows/engine/world.ts';

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
  'find-office': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  register: { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  approvals: { 12: carriesOver(12, sameSteps) },
  officials: { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  invite: { 12: carriesOver(12, sameSteps) },
  role: { 12: carriesOver(12, sameSteps) },
  history: { 12: carriesOver(12, sameSteps) },
  'merge-pins': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'my-pins': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'edit-pin': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'pin-photos': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'check-pins': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'report-pin': { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  tasks: { 12: carriesOver(12, sameSteps), 13: startsAnew(13) },
  'pin-office': { 12: carriesOver(12, nameBeforeKind), 13: startsAnew(13) },
};

/** The repertoire with `flow` in this version. */
export function deployed(repertoire: Repertoire, flow: string, version: number): Repertoire {
  const variant = deployments[flow]?.[version];
  if (!variant) throw new Error(`deployments.ts has no version ${version} of "${flow}"`);
  return { ...repertoire, flows: repertoire.flows.map((old) => (old.id === flow ? variant(old) : old)) };
}
