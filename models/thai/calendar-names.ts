// The names of months and weekdays, in Thai and English, long and short.

/** One month or weekday as people write it. */
export type CalendarName = { th: string; thShort: string; en: string; enShort: string };

/** January first. */
export const MONTH_NAMES: readonly CalendarName[] = [
  { th: 'มกราคม', thShort: 'ม.ค.', en: 'January', enShort: 'Jan' },
  { th: 'กุมภาพันธ์', thShort: 'ก.พ.', en: 'February', enShort: 'Feb' },
  { th: 'มีนาคม', thShort: 'มี.ค.', en: 'March', enShort: 'Mar' },
  { th: 'เมษายน', thShort: 'เม.ย.', en: 'April', enShort: 'Apr' },
  { th: 'พฤษภาคม', thShort: 'พ.ค.', en: 'May', enShort: 'May' },
  { th: 'มิถุนายน', thShort: 'มิ.ย.', en: 'June', enShort: 'Jun' },
  { th: 'กรกฎาคม', thShort: 'ก.ค.', en: 'July', enShort: 'Jul' },
  { th: 'สิงหาคม', thShort: 'ส.ค.', en: 'August', enShort: 'Aug' },
  { th: 'กันยายน', thShort: 'ก.ย.', en: 'September', enShort: 'Sep' },
  { th: 'ตุลาคม', thShort: 'ต.ค.', en: 'October', enShort: 'Oct' },
  { th: 'พฤศจิกายน', thShort: 'พ.ย.', en: 'November', enShort: 'Nov' },
  { th: 'ธันวาคม', thShort: 'ธ.ค.', en: 'December', enShort: 'Dec' },
];

/** Sunday first, as `weekdayOf` counts; without the word วัน. */
export const WEEKDAY_NAMES: readonly CalendarName[] = [
  { th: 'อาทิตย์', thShort: 'อา.', en: 'Sunday', enShort: 'Sun' },
  { th: 'จันทร์', thShort: 'จ.', en: 'Monday', enShort: 'Mon' },
  { th: 'อังคาร', thShort: 'อ.', en: 'Tuesday', enShort: 'Tue' },
  { th: 'พุธ', thShort: 'พ.', en: 'Wednesday', enShort: 'Wed' },
  { th: 'พฤหัสบดี', thShort: 'พฤ.', en: 'Thursday', enShort: 'Thu' },
  { th: 'ศุกร์', thShort: 'ศ.', en: 'Friday', enShort: 'Fri' },
  { th: 'เสาร์', thShort: 'ส.', en: 'Saturday', enShort: 'Sat' },
];
