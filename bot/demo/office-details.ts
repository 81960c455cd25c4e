// What some offices of the demonstration say of themselves, and how people rated them: all invented.

/**
 * `hours` and `phones` as people type them; `phones` are numbers that nobody has. `checked` is how many days ago the
 * office was found right; `stars` one rating each; `hasPicture`: a drawing stands for its photo.
 */
export type DemoDetails = {
  hours: string;
  phones: string;
  website?: string;
  checked: number;
  stars?: readonly number[];
  hasPicture?: true;
};

const WEEKDAYS = 'จ-ศ 08.30-16.30 เว้นวันหยุดราชการ';
const CLOSED_AT_NOON = 'จ-ศ 08.30-12.00 13.00-16.30 เว้นวันหยุดราชการ';
const SATURDAYS_TOO = 'จ-ศ 08.30-16.30 ส 09.00-12.00 เว้นวันหยุดราชการ';
const ALWAYS = 'ทุกวัน 24 ชั่วโมง';

/** By the id of the office. */
export const DEMO_DETAILS: Readonly<Record<string, DemoDetails>> = {
  'demo-office-01': { hours: CLOSED_AT_NOON, phones: '042-000-001', checked: 12, stars: [5, 4, 5] },
  'demo-office-02': {
    hours: SATURDAYS_TOO,
    phones: '042-000-002, 042-000-003 ต่อ 11',
    website: 'https://buengthong.example.com',
    checked: 4,
    stars: [5, 5, 4, 5, 4, 2, 5, 4],
    hasPicture: true,
  },
  'demo-office-03': {
    hours: WEEKDAYS,
    phones: '042-000-004',
    website: 'https://donfakhram.example.com',
    checked: 9,
    stars: [4, 3, 5, 4, 1, 4],
  },
  'demo-office-05': { hours: ALWAYS, phones: '042-000-005', checked: 20 },
  'demo-office-07': {
    hours: ALWAYS,
    phones: '042-000-006',
    website: 'https://rimkhongsukchai.example.com',
    checked: 2,
  },
  'demo-office-11': {
    hours: WEEKDAYS,
    phones: '053-000-001',
    website: 'https://doimokngam.example.com',
    checked: 6,
  },
  'demo-office-13': { hours: CLOSED_AT_NOON, phones: '053-000-002', checked: 15 },
  'demo-office-17': { hours: WEEKDAYS, phones: '053-000-003', checked: 30, stars: [4, 4] },
  'demo-office-21': {
    hours: WEEKDAYS,
    phones: '038-000-001',
    website: 'https://hatphloisai.example.com',
    checked: 3,
  },
  'demo-office-31': { hours: WEEKDAYS, phones: '054-000-001', checked: 8 },
};
