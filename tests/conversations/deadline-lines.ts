/** The lines of a transcript that say which deadlines there are. */

import { agencyByCode, putAgencies } from '../../models/agency.ts';
import { DONE_KINDS, REMIND_AFTER, REMIND_BEFORE } from '../../models/deadline.ts';
import { putDeadlines } from '../../models/deadline-register.ts';
import { putPlaces } from '../../models/place.ts';
import { keepPushCounters } from '../../models/push-quota.ts';
import type { ReadSetUp, SetUp } from './setting.ts';

const DEADLINE =
  /^(\S+) "([^"]+)"(?: "([^"]+)")? (\S+) (\S+) (\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d)(?: within (\S+))?$/;

/** Their readers by keyword; `HOW-TO-READ.md` shows each. */
export const deadlineLines = {
  deadline: readDeadline,
  'agency-kind': readAgencyKind,
  province: readProvince,
  quota: readQuota,
} satisfies Record<string, ReadSetUp>;

/** `province 1001 "กรุงเทพมหานคร" "Bangkok" "พระนคร" "Phra Nakhon"`: a district and its province by name. */
function readProvince(rest: string): SetUp | undefined {
  const [, code, th, en, districtTh, districtEn] =
    /^(\d{4}) "([^"]+)" "([^"]+)" "([^"]+)" "([^"]+)"$/.exec(rest) ?? [];
  if (!code || !th || !en || !districtTh || !districtEn) return undefined;
  const district = { code, name: { th: districtTh, en: districtEn } };
  const province = { code: code.slice(0, 2), name: { th, en } };
  const place = { code: `${code}51`, name: { th: 'บึงทอง', en: 'Bueng Thong' }, district, province };
  return ({ now }) =>
    putPlaces([{ ...place, postcode: `${code.slice(0, 2)}000`, position: [101, 15], ownPoint: true }], {
      at: now,
    });
}

/** `quota 500 188`: LINE's paid messages of the month, and those used. */
function readQuota(rest: string): SetUp | undefined {
  const [, limit, used] = /^(\d+) (\d+)$/.exec(rest) ?? [];
  if (!limit || !used) return undefined;
  return ({ now }) => keepPushCounters({ limit: Number(limit), used: Number(used) }, now);
}

/** `deadline d1 "ปักหมุด" "Pin" pinned country 2018-05-01 2018-05-31`: what, who, from, until; `within ID` for an inner one. */
function readDeadline(rest: string): SetUp | undefined {
  const [, id, th, en, said, scope, opensOn, closesOn, within] = DEADLINE.exec(rest) ?? [];
  const what = DONE_KINDS.find((kind) => kind === said);
  if (!id || !th || !what || !scope || !opensOn || !closesOn) return undefined;
  const deadline = {
    id,
    title: en ? { th, en } : { th },
    what,
    scope,
    kinds: [],
    opensOn,
    closesOn,
    remindBefore: [...REMIND_BEFORE],
    remindAfter: REMIND_AFTER,
    ...(within && { within }),
  };
  return ({ now }) => putDeadlines([deadline], { by: 'manage', at: now });
}

/** `agency-kind 030700003 district-office`: this agency of a line before is of another kind. */
function readAgencyKind(rest: string): SetUp | undefined {
  const [, code, kind] = /^(\d{9}) ([a-z-]+)$/.exec(rest) ?? [];
  if (!code || !kind) return undefined;
  return async ({ now }) => {
    const known = await agencyByCode(code);
    if (!known) throw new Error(`no agency ${code}; an "agency" line must stand before`);
    const { updatedAt: _, ...agency } = known;
    await putAgencies([{ ...agency, kind }], { by: 'manage', at: now });
  };
}
