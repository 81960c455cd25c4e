/** Who is registered at agencies, many agencies at once. */

import mongoose from 'mongoose';
import { PEOPLE, type Person, personOf } from './person.ts';
import { roleKey } from './role.ts';

type Stored = Parameters<typeof personOf>[0];

/** The officials of each of these agencies, by agency. */
export async function officialsOfAll(agencies: readonly string[]): Promise<Map<string, Person[]>> {
  const keys = agencies.map((agency) => roleKey({ role: 'official', agency }));
  const stored = await mongoose.connection
    .collection<Stored>(PEOPLE)
    .find({ 'roles.key': { $in: keys } }, { sort: { _id: 1 } })
    .toArray();
  const officials = new Map<string, Person[]>(agencies.map((agency) => [agency, []]));
  for (const person of stored.map(personOf))
    for (const role of person.roles) if (role.role === 'official') officials.get(role.agency)?.push(person);
  return officials;
}
