/** One service at one office as a card: steps, papers, fee, time, law, and which copies are asked for there. */
import type { CopiesAsked } from '../copies/copy-look-ups.ts';
import type { Closing } from '../engine/flow.ts';
import { directionsUri, link, type Option, open, type Row } from '../engine/message.ts';
import type { Name, Text } from '../engine/text.ts';
import type { FoundPin } from '../found-pin.ts';
import { encodeSearch } from '../office-search.ts';
import type { Paper, Procedure } from './procedure.ts';
import { encodeServices } from './service-opening.ts';
import { text } from './service-texts.ts';

/** What a card can show beside the rest; the manual's address has all of it. */
const STEPS_SHOWN = 12;
const PAPERS_SHOWN = 15;

/** The card. `asked` is undefined while nothing is known about copies. */
export function serviceCard(pin: FoundPin, procedure: Procedure, asked: CopiesAsked | undefined): Closing {
  const { title, steps, papers, fee, duration, law } = procedure;
  const rows: Row[] = [
    { label: text('at'), value: pin.name },
    ...stepRows(steps),
    ...paperRows(papers, asked),
    { label: text('copies'), value: text('freeOfCharge', { copies: copiesInWords(asked) }) },
    ...(fee ? [{ label: text('fee'), value: fee }] : []),
    ...(duration ? [{ label: text('duration'), value: duration }] : []),
    ...(law ? [{ label: text('law'), value: law }] : []),
  ];
  return { messages: [{ kind: 'summary', title, rows, options: waysOn(pin, procedure) }] };
}

function waysOn(pin: FoundPin, procedure: Procedure): Option[] {
  return [
    link(text('wayThere'), directionsUri(pin.position)),
    ...(procedure.link ? [link(text('manual'), procedure.link)] : []),
    open(text('stillAsked'), 'copy-flag', encodeServices({ pin: pin.code, procedure: procedure.code })),
    open(text('others'), 'services', encodeServices({ pin: pin.code, skip: 0 })),
    backToOffice(pin.code),
  ];
}

/** Back to the office's own card. */
export function backToOffice(code: string): Option {
  return open(text('office'), 'find-office', encodeSearch({ by: 'code', code }));
}

function stepRows(steps: readonly Name[]): Row[] {
  const shown = steps.slice(0, STEPS_SHOWN).map((step, place) => ({
    label: text('step', { number: place + 1 }),
    value: step,
  }));
  return [...shown, ...restRow(text('steps'), steps.length - STEPS_SHOWN)];
}

function paperRows(papers: readonly Paper[], asked: CopiesAsked | undefined): Row[] {
  if (papers.length === 0) return [{ label: text('papers'), value: text('noPapers') }];
  const shown = papers.slice(0, PAPERS_SHOWN).map((paper) => ({
    label: text('paper', { name: paper.name }),
    value: neededHere(paper, asked),
  }));
  return [...shown, ...restRow(text('papers'), papers.length - PAPERS_SHOWN)];
}

function restRow(label: Text, count: number): Row[] {
  return count > 0 ? [{ label, value: text('andMore', { count }) }] : [];
}

const NEEDS: Readonly<Record<Paper['need'], Text>> = {
  original: text('original'),
  copy: text('copy'),
  both: text('both'),
};

/** The manual's word, unless the office asks for less. */
function neededHere({ need, of }: Paper, asked: CopiesAsked | undefined): Text {
  const isCopyAsked = asked === undefined || of === undefined || asked[of === 'id-card' ? 'idCard' : 'house'];
  if (isCopyAsked || need === 'original') return NEEDS[need];
  return need === 'both' ? NEEDS.original : text('noLonger');
}

function copiesInWords(asked: CopiesAsked | undefined): Text {
  if (!asked) return text('notKnown');
  if (asked.idCard && asked.house) return text('idCardAndHouse');
  if (asked.idCard) return text('idCard');
  return text(asked.house ? 'house' : 'noCopy');
}
