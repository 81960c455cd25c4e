/** Which of the two registers that Zero Copy is about a paper comes from, told by its name. */
import { looseForm } from '../../models/thai/normal-form.ts';
import type { Paper } from './procedure.ts';

type Register = NonNullable<Paper['of']>;

const NAMES: Readonly<Record<Register, readonly string[]>> = {
  'id-card': ['บัตรประจำตัวประชาชน', 'บัตรประชาชน', 'id card', 'identity card', 'identification card'],
  'house-registration': ['ทะเบียนบ้าน', 'house registration'],
};

// The keys of NAMES are exactly Register; Object.entries widens them.
const registers = (Object.entries(NAMES) as [Register, readonly string[]][]).map(
  ([register, names]) => [register, names.map(looseForm)] as const,
);

/** The registers a name speaks of: none for most papers, two for a name that puts two papers in one. */
export function registersNamed(name: string): Register[] {
  const said = looseForm(name);
  return registers.flatMap(([register, names]) =>
    names.some((known) => said.includes(known)) ? [register] : [],
  );
}
