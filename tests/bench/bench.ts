/** `npm run bench`: measures and prints; asserts nothing. `npm run bench -- load` runs one part. */
import { benchCoordinators } from './coordinators.bench.ts';
import { benchImports } from './imports.bench.ts';
import { benchLoad } from './load.bench.ts';
import { benchRatings } from './ratings.bench.ts';
import { benchReminders } from './reminders.bench.ts';
import type { Row } from './row.ts';
import { benchSearch } from './search.bench.ts';

const parts: Record<string, () => Promise<Row[]>> = {
  load: benchLoad,
  search: benchSearch,
  imports: benchImports,
  reminders: benchReminders,
  ratings: benchRatings,
  coordinators: benchCoordinators,
};

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  for (const { what, figures } of await run()) process.stdout.write(`  ${what}: ${figures}\n`);
}
