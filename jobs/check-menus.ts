/** Has everybody looked at who may need a rich menu other than the default one; the bot links those who see another. */
import { wishAllMenus } from '../models/menu-wishes.ts';
import type { Job } from './job.ts';

export const checkMenus: Job = {
  name: 'check-menus',
  // At night, when nobody waits for the answer to something else.
  schedule: '20 3 * * *',
  run: async () => ({ waiting: await wishAllMenus() }),
};
