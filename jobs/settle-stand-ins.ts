/**
 * Who stands in for somebody on leave has the roles from the first day on and loses them after the last one, also without
 * writing anything. A turn sees to it by itself; this is for all that is read outside of turns.
 */
import { settleAll } from '../models/lent-roles.ts';
import type { Job } from './job.ts';

export const settleStandIns: Job = {
  name: 'settle-stand-ins',
  schedule: '*/10 * * * *',
  run: async (now, { check }) => ({ standIns: await settleAll(now, check) }),
};
