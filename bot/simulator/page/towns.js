// @ts-check
/** Provincial towns and the demonstration areas on the picker's map: centre of the town to about a kilometre. */

/** @typedef {{ th: string, en: string, lat: number, lng: number, rank: 1 | 2 | 3 }} Town rank 1 shows first */

/** @type {Town[]} */
export const TOWNS = [
  { th: 'กรุงเทพฯ', en: 'Bangkok', lat: 13.756, lng: 100.502, rank: 1 },
  { th: 'เชียงราย', en: 'Chiang Rai', lat: 19.908, lng: 99.832, rank: 1 },
  { th: 'นครพนม', en: 'Nakhon Phanom', lat: 17.404, lng: 104.785, rank: 1 },
  { th: 'ระยอง', en: 'Rayong', lat: 12.681, lng: 101.278, rank: 1 },
  { th: 'แพร่', en: 'Phrae', lat: 18.144, lng: 100.14, rank: 1 },
  { th: 'เชียงใหม่', en: 'Chiang Mai', lat: 18.788, lng: 98.985, rank: 2 },
  { th: 'แม่ฮ่องสอน', en: 'Mae Hong Son', lat: 19.302, lng: 97.966, rank: 2 },
  { th: 'น่าน', en: 'Nan', lat: 18.783, lng: 100.779, rank: 2 },
  { th: 'ตาก', en: 'Tak', lat: 16.884, lng: 99.126, rank: 2 },
  { th: 'พิษณุโลก', en: 'Phitsanulok', lat: 16.821, lng: 100.266, rank: 2 },
  { th: 'นครสวรรค์', en: 'Nakhon Sawan', lat: 15.704, lng: 100.137, rank: 2 },
  { th: 'อุดรธานี', en: 'Udon Thani', lat: 17.415, lng: 102.787, rank: 2 },
  { th: 'ขอนแก่น', en: 'Khon Kaen', lat: 16.432, lng: 102.834, rank: 2 },
  { th: 'นครราชสีมา', en: 'Nakhon Ratchasima', lat: 14.973, lng: 102.083, rank: 2 },
  { th: 'อุบลราชธานี', en: 'Ubon Ratchathani', lat: 15.228, lng: 104.857, rank: 2 },
  { th: 'กาญจนบุรี', en: 'Kanchanaburi', lat: 14.02, lng: 99.532, rank: 2 },
  { th: 'ตราด', en: 'Trat', lat: 12.243, lng: 102.515, rank: 2 },
  { th: 'ประจวบคีรีขันธ์', en: 'Prachuap Khiri Khan', lat: 11.812, lng: 99.797, rank: 2 },
  { th: 'ชุมพร', en: 'Chumphon', lat: 10.493, lng: 99.18, rank: 2 },
  { th: 'สุราษฎร์ธานี', en: 'Surat Thani', lat: 9.138, lng: 99.322, rank: 2 },
  { th: 'ภูเก็ต', en: 'Phuket', lat: 7.884, lng: 98.391, rank: 2 },
  { th: 'สงขลา', en: 'Songkhla', lat: 7.199, lng: 100.595, rank: 2 },
  { th: 'นราธิวาส', en: 'Narathiwat', lat: 6.426, lng: 101.823, rank: 2 },
  { th: 'ลำปาง', en: 'Lampang', lat: 18.289, lng: 99.492, rank: 3 },
  { th: 'พะเยา', en: 'Phayao', lat: 19.166, lng: 99.902, rank: 3 },
  { th: 'อุตรดิตถ์', en: 'Uttaradit', lat: 17.62, lng: 100.099, rank: 3 },
  { th: 'เลย', en: 'Loei', lat: 17.486, lng: 101.722, rank: 3 },
  { th: 'หนองคาย', en: 'Nong Khai', lat: 17.878, lng: 102.742, rank: 3 },
  { th: 'สกลนคร', en: 'Sakon Nakhon', lat: 17.155, lng: 104.147, rank: 3 },
  { th: 'มุกดาหาร', en: 'Mukdahan', lat: 16.543, lng: 104.723, rank: 3 },
  { th: 'สุรินทร์', en: 'Surin', lat: 14.883, lng: 103.494, rank: 3 },
  { th: 'ลพบุรี', en: 'Lop Buri', lat: 14.8, lng: 100.653, rank: 3 },
  { th: 'ชลบุรี', en: 'Chon Buri', lat: 13.361, lng: 100.985, rank: 3 },
  { th: 'จันทบุรี', en: 'Chanthaburi', lat: 12.611, lng: 102.104, rank: 3 },
  { th: 'นครศรีธรรมราช', en: 'Nakhon Si Thammarat', lat: 8.432, lng: 99.963, rank: 3 },
  { th: 'ยะลา', en: 'Yala', lat: 6.541, lng: 101.281, rank: 3 },
  { th: 'ธาตุพนม', en: 'That Phanom', lat: 16.937, lng: 104.724, rank: 3 },
  { th: 'แม่สาย', en: 'Mae Sai', lat: 20.428, lng: 99.884, rank: 3 },
  { th: 'แกลง', en: 'Klaeng', lat: 12.778, lng: 101.649, rank: 3 },
  { th: 'สูงเม่น', en: 'Sung Men', lat: 18.058, lng: 100.113, rank: 3 },
];

/** Seas and neighbours, written where the outline leaves the map empty. @type {Town[]} */
export const SURROUNDINGS = [
  { th: 'เมียนมา', en: 'Myanmar', lat: 17.2, lng: 96.6, rank: 1 },
  { th: 'ลาว', en: 'Laos', lat: 19.0, lng: 103.2, rank: 1 },
  { th: 'กัมพูชา', en: 'Cambodia', lat: 12.7, lng: 104.5, rank: 1 },
  { th: 'มาเลเซีย', en: 'Malaysia', lat: 4.8, lng: 101.9, rank: 1 },
  { th: 'อ่าวไทย', en: 'Gulf of Thailand', lat: 10.2, lng: 101.2, rank: 1 },
  { th: 'ทะเลอันดามัน', en: 'Andaman Sea', lat: 9.3, lng: 96.6, rank: 1 },
];

/** The places the picker offers with one tap. */
export const PRESETS = ['นครพนม', 'เชียงราย', 'ระยอง', 'แพร่'].flatMap((name) =>
  TOWNS.filter((town) => town.th === name),
);
