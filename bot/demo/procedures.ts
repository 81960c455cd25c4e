// The procedures of the demonstration: what local authorities and district offices do for citizens, in invented manuals.

import type { Manual, ProcedurePaper } from '../../models/procedure-document.ts';

/** The kinds of local authority that have them. */
const LOCAL_KINDS = [
  'city-municipality',
  'subdistrict-municipality',
  'subdistrict-office',
  'town-municipality',
] as const;
/** Registers of births and of who lives where are kept by municipalities only. */
const MUNICIPALITIES = LOCAL_KINDS.filter((kind) => kind !== 'subdistrict-office');

type Bilingual = readonly [th: string, en: string];
type Row = {
  code: string;
  title: Bilingual;
  kinds?: readonly string[];
  steps: readonly Bilingual[];
  papers: readonly ProcedurePaper[];
  fee: Bilingual;
  duration: Bilingual;
  law: string;
};

const idCard = (need: ProcedurePaper['need']): ProcedurePaper => ({
  name: { th: 'บัตรประจำตัวประชาชน', en: 'ID card' },
  need,
  of: 'id-card',
});
const house = (need: ProcedurePaper['need']): ProcedurePaper => ({
  name: { th: 'ทะเบียนบ้าน', en: 'House registration' },
  need,
  of: 'house-registration',
});
const paper = (th: string, en: string, need: ProcedurePaper['need'] = 'original'): ProcedurePaper => ({
  name: { th, en },
  need,
});

const FREE: Bilingual = ['ไม่มีค่าธรรมเนียม', 'free'];

const ROWS: readonly Row[] = [
  {
    code: 'DEMO-BIRTH',
    title: ['แจ้งเกิด', 'Registering a birth'],
    kinds: MUNICIPALITIES,
    steps: [
      ['แจ้งต่อนายทะเบียนภายใน 15 วันนับแต่วันเกิด', 'Tell the registrar within 15 days of the birth'],
      ['เจ้าหน้าที่ตรวจเอกสารและบันทึกข้อมูล', 'The official checks the papers and enters the data'],
      ['รับสูติบัตร', 'Receive the birth certificate'],
    ],
    papers: [
      idCard('original'),
      house('both'),
      paper('หนังสือรับรองการเกิดจากโรงพยาบาล', 'The hospital’s letter about the birth'),
    ],
    fee: FREE,
    duration: ['20 นาที', '20 minutes'],
    law: 'กฎหมายว่าด้วยการทะเบียนราษฎร',
  },
  {
    code: 'DEMO-ID-CARD',
    title: ['ทำบัตรประจำตัวประชาชน', 'National ID card'],
    kinds: ['district-office'],
    steps: [
      ['แจ้งเจ้าหน้าที่และแสดงเอกสาร', 'Tell the official and show the papers'],
      ['ถ่ายรูปและพิมพ์ลายนิ้วมือ', 'A photo and fingerprints are taken'],
      ['รับบัตร', 'Receive the card'],
    ],
    papers: [idCard('original'), house('original')],
    fee: [
      'บัตรแรกไม่มีค่าธรรมเนียม บัตรใหม่แทนบัตรหาย 100 บาท',
      'the first card is free; a new one after a loss 100 baht',
    ],
    duration: ['15 นาที', '15 minutes'],
    law: 'กฎหมายว่าด้วยบัตรประจำตัวประชาชน',
  },
  {
    code: 'DEMO-MOVE-IN',
    title: ['แจ้งย้ายเข้า', 'Moving in'],
    kinds: MUNICIPALITIES,
    steps: [
      ['ยื่นใบแจ้งย้ายที่อยู่', 'Hand in the notice of moving'],
      ['เจ้าบ้านยืนยัน แล้วเจ้าหน้าที่เพิ่มชื่อในทะเบียนบ้าน', 'The householder agrees and the name is entered'],
      ['รับทะเบียนบ้านคืน', 'Receive the house registration back'],
    ],
    papers: [idCard('both'), house('original'), paper('ใบแจ้งย้ายที่อยู่', 'Notice of moving')],
    fee: FREE,
    duration: ['15 นาที', '15 minutes'],
    law: 'กฎหมายว่าด้วยการทะเบียนราษฎร',
  },
  {
    code: 'DEMO-TRADE',
    title: ['จดทะเบียนพาณิชย์', 'Commercial registration'],
    steps: [
      ['กรอกคำขอจดทะเบียน', 'Fill in the request'],
      ['ชำระค่าธรรมเนียม', 'Pay the fee'],
      ['รับใบทะเบียนพาณิชย์', 'Receive the certificate'],
    ],
    papers: [
      idCard('both'),
      house('copy'),
      paper('หนังสือยินยอมให้ใช้สถานที่ (ถ้าเช่า)', 'Consent to use the premises (if rented)'),
    ],
    fee: ['50 บาท', '50 baht'],
    duration: ['1 ชั่วโมง', '1 hour'],
    law: 'กฎหมายว่าด้วยทะเบียนพาณิชย์',
  },
  {
    code: 'DEMO-BUILD',
    title: ['ขออนุญาตก่อสร้างอาคาร', 'Building permit'],
    steps: [
      ['ยื่นคำขอพร้อมแบบแปลน', 'Hand in the request with the plans'],
      ['นายช่างตรวจแบบและสถานที่', 'An engineer checks the plans and the site'],
      ['ชำระค่าธรรมเนียมและรับใบอนุญาต', 'Pay the fee and receive the permit'],
    ],
    papers: [
      idCard('copy'),
      house('copy'),
      paper('โฉนดที่ดิน', 'Land title deed', 'both'),
      paper('แบบแปลนก่อสร้าง', 'Building plans'),
    ],
    fee: ['ตามขนาดอาคาร เริ่มที่ 20 บาท', 'by size, from 20 baht'],
    duration: ['ไม่เกิน 45 วัน', 'at most 45 days'],
    law: 'กฎหมายว่าด้วยการควบคุมอาคาร',
  },
  {
    code: 'DEMO-SIGN-TAX',
    title: ['ชำระภาษีป้าย', 'Paying the tax on signs'],
    steps: [
      ['ยื่นแบบแสดงรายการป้ายภายในเดือนมีนาคม', 'Declare the signs by the end of March'],
      ['เจ้าหน้าที่ประเมินภาษี', 'The official assesses the tax'],
      ['ชำระภาษีและรับใบเสร็จ', 'Pay and receive the receipt'],
    ],
    papers: [idCard('original'), paper('รูปถ่ายและขนาดของป้าย', 'A photo of the sign and its size')],
    fee: ['ไม่มีค่าธรรมเนียม ชำระตามอัตราภาษี', 'no fee; the tax by its rates'],
    duration: ['30 นาที', '30 minutes'],
    law: 'กฎหมายว่าด้วยภาษีป้าย',
  },
  {
    code: 'DEMO-ELDERLY',
    title: ['ลงทะเบียนรับเบี้ยผู้สูงอายุ', 'Registering for the old-age allowance'],
    steps: [
      ['ยื่นคำขอด้วยตนเองหรือมอบอำนาจ', 'Apply in person or by proxy'],
      ['เจ้าหน้าที่ตรวจสิทธิ์', 'The official checks the entitlement'],
    ],
    papers: [idCard('both'), house('both'), paper('สมุดบัญชีธนาคาร', 'Bank book', 'copy')],
    fee: FREE,
    duration: ['15 นาที', '15 minutes'],
    law: 'ระเบียบว่าด้วยการจ่ายเงินเบี้ยยังชีพผู้สูงอายุ',
  },
  {
    code: 'DEMO-FOOD-SHOP',
    title: ['ขออนุญาตเปิดร้านอาหาร', 'Permit for a food shop'],
    steps: [
      ['ยื่นคำขอและแผนผังร้าน', 'Hand in the request and a plan of the shop'],
      ['เจ้าหน้าที่สาธารณสุขตรวจร้าน', 'A health official looks at the shop'],
      ['รับใบอนุญาตหรือหนังสือรับรองการแจ้ง', 'Receive the permit'],
    ],
    papers: [idCard('copy'), house('copy'), paper('ใบรับรองแพทย์', 'Doctor’s letter')],
    fee: ['ตามพื้นที่ร้าน', 'by the size of the shop'],
    duration: ['ไม่เกิน 30 วัน', 'at most 30 days'],
    law: 'กฎหมายว่าด้วยการสาธารณสุข',
  },
  {
    code: 'DEMO-WATER',
    title: ['ขอใช้น้ำประปาหมู่บ้าน', 'Connecting to the village water supply'],
    steps: [
      ['ยื่นคำขอพร้อมแผนที่บ้าน', 'Apply with a map of the house'],
      ['ช่างสำรวจและแจ้งค่าใช้จ่าย', 'A technician looks and names the cost'],
      ['ติดตั้งมาตรวัดน้ำ', 'The meter is put in'],
    ],
    papers: [idCard('original'), house('copy')],
    fee: ['ค่ามาตรและอุปกรณ์ตามจริง', 'the meter and parts at cost'],
    duration: ['7 วัน', '7 days'],
    law: 'ข้อบัญญัติท้องถิ่นว่าด้วยน้ำประปา',
  },
];

/** Eight of local authorities, one of district offices. */
export const DEMO_PROCEDURES: readonly Manual[] = ROWS.map(
  ({ code, title, kinds = LOCAL_KINDS, steps, papers, fee, duration, law }) => ({
    code,
    title: named(title),
    owner: { kinds: [...kinds] },
    steps: steps.map(named),
    papers: [...papers],
    fee: named(fee),
    duration: named(duration),
    law,
  }),
);

function named([th, en]: Bilingual): { th: string; en: string } {
  return { th, en };
}
