/**
 * The readiness survey (แบบสำรวจความพร้อมเพื่อการยกเลิกสำเนาเอกสาร), all of it: questions, choices, what a choice asks
 * for besides, and which question is asked of whom (`when`). Changing it touches this file alone; `version` goes up
 * with every change. Ids are what is kept, so they never change; words may. Source: the programme's questionnaire of 2018.
 */
import { defineSurvey } from './question.ts';

const expected = { th: 'คาดว่าจะแล้วเสร็จเมื่อใด', en: 'When do you expect it to be finished?' };
/** More service points or readers than this is a slip of the finger. */
const COUNT_AT_MOST = 100_000;

export const readinessSurvey = defineSurvey({
  version: 1,
  periods: [
    { id: '3-months', label: { th: 'ภายใน 3 เดือน', en: 'Within 3 months' }, also: ['3 เดือน', '3 months'] },
    { id: '6-months', label: { th: 'ภายใน 6 เดือน', en: 'Within 6 months' }, also: ['6 เดือน', '6 months'] },
    {
      id: '1-year',
      label: { th: 'ภายใน 1 ปี', en: 'Within a year' },
      also: ['1 ปี', '1 year', 'within 1 year'],
    },
    {
      id: 'over-1-year',
      label: { th: 'มากกว่า 1 ปี', en: 'More than a year' },
      also: ['เกิน 1 ปี', 'over 1 year'],
    },
  ],
  questions: [
    {
      id: 'system',
      kind: 'one',
      title: { th: 'ระบบสารสนเทศ', en: 'Information system' },
      text: {
        th: 'มีระบบงานสารสนเทศเพื่องานบริการประชาชนหรือไม่ เช่น เว็บไซต์หรือแอปที่ใช้กับประชาชน',
        en: 'Do you have an information system for serving citizens, such as a website or an app they use?',
      },
      choices: [
        { id: 'yes', label: { th: 'มี', en: 'Yes' } },
        { id: 'no', label: { th: 'ไม่มี', en: 'No' }, also: ['ยังไม่มี'] },
        {
          id: 'developing',
          label: { th: 'อยู่ระหว่างการพัฒนา', en: 'Being developed' },
          also: ['กำลังพัฒนา', 'ระหว่างพัฒนา'],
          asks: { kind: 'period', text: expected },
        },
      ],
    },
    {
      id: 'channels',
      kind: 'several',
      title: { th: 'ช่องทางการให้บริการ', en: 'Channels of service' },
      text: { th: 'ให้บริการประชาชนผ่านช่องทางใดบ้าง', en: 'Through which channels do you serve citizens?' },
      choices: [
        { id: 'office', label: { th: 'สำนักงาน', en: 'Office' }, also: ['ที่สำนักงาน', 'เคาน์เตอร์', 'counter'] },
        { id: 'website', label: { th: 'เว็บไซต์', en: 'Website' }, also: ['เว็บ', 'web'] },
        { id: 'kiosk', label: { th: 'ตู้บริการ (Kiosk)', en: 'Kiosk' }, also: ['ตู้', 'คีออส', 'kiosk'] },
        {
          id: 'mobile',
          label: { th: 'แอปบนมือถือ', en: 'Mobile application' },
          also: ['แอป', 'แอพ', 'มือถือ', 'app', 'mobile'],
        },
        {
          id: 'other',
          label: { th: 'อื่น ๆ', en: 'Other' },
          also: ['อื่นๆ'],
          asks: {
            kind: 'text',
            max: 100,
            text: {
              th: 'ช่องทางอื่นคืออะไร เช่น “รถบริการเคลื่อนที่”',
              en: 'Which other channel? For example “a mobile service van”.',
            },
          },
        },
      ],
    },
    {
      id: 'points',
      kind: 'number',
      title: { th: 'จำนวนจุดบริการประชาชน', en: 'Number of service points' },
      text: { th: 'มีจุดบริการประชาชนกี่แห่ง', en: 'How many service points do you have for citizens?' },
      min: 0,
      max: COUNT_AT_MOST,
    },
    {
      id: 'plan',
      kind: 'one',
      title: { th: 'แผนยกเลิกการขอสำเนา', en: 'Plan to stop asking for copies' },
      text: {
        th: 'มีแผนในการยกเลิกการขอสำเนาเอกสารหรือไม่',
        en: 'Do you plan to stop asking for copies of papers?',
      },
      choices: [
        { id: 'yes', label: { th: 'มี', en: 'Yes' }, asks: { kind: 'period', text: expected } },
        { id: 'none', label: { th: 'ยังไม่มีนโยบาย', en: 'No such policy yet' }, also: ['ไม่มี', 'ยังไม่มี', 'no'] },
        {
          id: 'unsure',
          label: { th: 'ไม่แน่ใจ', en: 'Not sure' },
          also: ['ไม่รู้', 'ไม่ทราบ', 'unsure'],
          asks: {
            kind: 'text',
            max: 200,
            text: {
              th: 'เพราะเหตุใดจึงไม่แน่ใจ เช่น “รอระเบียบใหม่”',
              en: 'Why are you not sure? For example “waiting for a new regulation”.',
            },
          },
        },
      ],
    },
    {
      id: 'mou',
      kind: 'one',
      title: { th: 'MOU กับกรมการปกครอง', en: 'MOU with the Department of Provincial Administration' },
      text: {
        th: 'มี MOU (บันทึกข้อตกลง) กับกรมการปกครองหรือไม่',
        en: 'Do you have an MOU with the Department of Provincial Administration?',
      },
      choices: [
        { id: 'yes', label: { th: 'มี', en: 'Yes' } },
        { id: 'no', label: { th: 'ไม่มี', en: 'No' }, also: ['ยังไม่มี'] },
        { id: 'unsure', label: { th: 'ไม่แน่ใจ', en: 'Not sure' }, also: ['ไม่รู้', 'ไม่ทราบ', 'unsure'] },
      ],
    },
    {
      id: 'link',
      kind: 'one',
      title: {
        th: 'การเชื่อมโยงข้อมูลกับกรมการปกครอง',
        en: 'Data link with the Department of Provincial Administration',
      },
      text: {
        th: 'มีการเชื่อมโยงข้อมูลกับกรมการปกครองหรือไม่',
        en: 'Are your data linked with the Department of Provincial Administration?',
      },
      choices: [
        { id: 'linked', label: { th: 'เชื่อมโยงแล้ว', en: 'Linked already' }, also: ['มี', 'เชื่อมแล้ว', 'yes'] },
        {
          id: 'not-linked',
          label: { th: 'ยังไม่เชื่อมโยง', en: 'Not linked yet' },
          also: ['ไม่มี', 'ยังไม่เชื่อม', 'no'],
        },
        {
          id: 'linking',
          label: { th: 'อยู่ระหว่างการเชื่อมโยง', en: 'Being linked' },
          also: ['กำลังเชื่อมโยง'],
          asks: { kind: 'period', text: expected },
        },
      ],
    },
    {
      id: 'readers',
      kind: 'one',
      title: { th: 'เครื่องอ่านบัตรประชาชน', en: 'ID card readers' },
      text: {
        th: 'มีเครื่องอ่านบัตรประชาชน (Smart Card Reader) เพียงพอหรือไม่',
        en: 'Do you have enough ID card readers (smart card readers)?',
      },
      choices: [
        {
          id: 'enough',
          label: { th: 'เพียงพอ', en: 'Enough' },
          also: ['พอ', 'yes'],
          asks: {
            kind: 'number',
            min: 0,
            max: COUNT_AT_MOST,
            text: { th: 'มีอยู่กี่เครื่อง', en: 'How many are there?' },
          },
        },
        {
          id: 'short',
          label: { th: 'ไม่เพียงพอ', en: 'Not enough' },
          also: ['ไม่พอ', 'no'],
          asks: {
            kind: 'number',
            min: 1,
            max: COUNT_AT_MOST,
            text: { th: 'ต้องการเพิ่มอีกกี่เครื่อง', en: 'How many more are needed?' },
          },
        },
      ],
    },
    {
      id: 'limits',
      kind: 'one',
      title: { th: 'ข้อจำกัดในการยกเลิกสำเนา', en: 'What stands in the way' },
      text: {
        th: 'มีข้อจำกัดในการยกเลิกการขอสำเนาหรือไม่',
        en: 'Does anything keep you from no longer asking for copies?',
      },
      choices: [
        { id: 'none', label: { th: 'ไม่มีข้อจำกัด', en: 'Nothing' }, also: ['ไม่มี', 'no'] },
        {
          id: 'some',
          label: { th: 'มีข้อจำกัด', en: 'Something does' },
          also: ['มี', 'yes'],
          asks: {
            kind: 'parts',
            text: { th: 'มีข้อจำกัดด้านใดบ้าง', en: 'What is it?' },
            parts: [
              {
                id: 'law',
                label: { th: 'ก. กฎหมายหรือระเบียบ', en: 'A law or regulation' },
                also: ['กฎหมาย', 'ระเบียบ', 'law'],
              },
              {
                id: 'budget',
                label: { th: 'ข. งบประมาณ อุปกรณ์ หรือระบบ', en: 'Budget, equipment or systems' },
                also: ['งบประมาณ', 'งบ', 'อุปกรณ์', 'ระบบ', 'budget'],
              },
              {
                id: 'people',
                label: { th: 'ค. บุคลากรหรือขั้นตอนการทำงาน', en: 'People or ways of working' },
                also: ['บุคลากร', 'คน', 'ขั้นตอน', 'people'],
              },
            ],
          },
        },
      ],
    },
    {
      id: 'matrix',
      kind: 'matrix',
      title: { th: 'สำเนาที่ยังใช้ในแต่ละงาน', en: 'Copies each procedure still needs' },
      text: {
        th: 'งานบริการใดยังต้องใช้สำเนาบัตรประชาชนหรือสำเนาทะเบียนบ้าน แตะเฉพาะที่ยังใช้',
        en: 'Which procedures still need a copy of the ID card or of the house registration? Tap only those.',
      },
    },
    {
      id: 'suggestion',
      kind: 'text',
      max: 500,
      title: { th: 'ข้อเสนอแนะ', en: 'Suggestions' },
      text: {
        th: 'มีข้อเสนอแนะหรือความคิดเห็นเพิ่มเติมหรือไม่ พิมพ์ได้ไม่เกิน 500 ตัวอักษร',
        en: 'Do you have any suggestions or comments? At most 500 characters.',
      },
      none: { th: 'ไม่มีข้อเสนอแนะ', en: 'No suggestions' },
    },
  ],
});
