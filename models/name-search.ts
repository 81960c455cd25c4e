/**
 * Finding an office by what people type: abbreviations, missing spaces and tone marks, slips, English, a district
 * or province behind the name. Trigrams, weighted by how telling they are (IDF), compared by Dice's coefficient;
 * all in memory.
 */
import { GramIndex } from './gram-index.ts';
import { gramsOf, isAtEdge, searchForm } from './name-grams.ts';
import { alignEnd } from './name-slips.ts';

/** What is searched: any number of names in any language, and the words of the place where it stands. */
export type NameEntry = { id: string; texts: readonly string[]; area: string };

/** A hit; `score` is above 0 and at most 1, only to be compared within one search. */
export type NameHit = { id: string; score: number };

/** An index of names that can change at any time. */
export type NameIndex = {
  /** Adds an entry, or replaces the one with the same id. */
  put(entry: NameEntry): void;
  /** Takes an entry out, if it is there. */
  remove(id: string): void;
  /** The best hits first; nothing rather than something unlike the words. */
  search(words: string, page: { limit: number; skip?: number }): NameHit[];
  readonly size: number;
};

type Text = { number: number; form: string };
type Name = { id: string; form: string; area: Text };
type Stored = { area: Text; numbers: number[] };
/** `inner` is the weight without the edges: a question that is only a part of a name has others. */
type Question = { form: string; grams: ReadonlySet<number>; weight: number; inner: number };

/** What a part of the question found in the area is worth, against 1 for a part found in the name. */
const AREA_WORTH = 0.6;
/** Least share of the question, by weight, that name and area together hold, or else there must be few slips. */
const LEAST_COVERED = 0.45;
const LEAST_COVERED_WITH_SLIPS = 0.15;
/** Added to Dice's coefficient for no, one, and two slips between question and name. */
const CLOSENESS = [0.5, 0.35, 0.15];
/** With more slips, or fewer letters that fit, trigrams alone decide whether a name is found. */
const MOST_SLIPS = 1;
const LEAST_LETTERS = 5;
/** So many of the best by a quick estimate are looked at closely. */
const CLOSELY = 200;
/** Longer questions are cut here, in characters; names are shorter. */
const LONGEST_QUESTION = 150;
const SCORE_STEPS = 1000;

/** Makes an empty index. With 40,000 names a search takes a few milliseconds. */
export function createNameIndex(): NameIndex {
  return new TrigramIndex();
}

class TrigramIndex implements NameIndex {
  readonly #grams = new GramIndex();
  readonly #entries = new Map<string, Stored>();
  /** Areas as they are written: many entries share one. They stay when their last entry goes. */
  readonly #areas = new Map<string, Text>();
  /** Names by their number; areas have numbers too, and nothing stands there. */
  readonly #names: (Name | undefined)[] = [];
  #found = new Float32Array(0);

  get size(): number {
    return this.#entries.size;
  }

  put({ id, texts, area }: NameEntry): void {
    this.remove(id);
    const stored: Stored = { area: this.#areaOf(area), numbers: [] };
    for (const form of new Set(texts.map(searchForm))) {
      const number = this.#grams.add(gramsOf(form));
      stored.numbers.push(number);
      this.#names[number] = { id, form, area: stored.area };
    }
    this.#entries.set(id, stored);
  }

  remove(id: string): void {
    for (const number of this.#entries.get(id)?.numbers ?? []) {
      this.#grams.remove(number, gramsOf(this.#name(number).form));
      this.#names[number] = undefined;
    }
    this.#entries.delete(id);
  }

  search(words: string, { limit, skip = 0 }: { limit: number; skip?: number }): NameHit[] {
    this.#grams.weigh();
    const question = this.#question(words);
    const best = new Map<string, number>();
    const inAreas = new Map<Text, number[]>();
    for (const number of this.#likely(question, Math.max(CLOSELY, 2 * (skip + limit)))) {
      const name = this.#name(number);
      const inArea = inAreas.get(name.area) ?? commonGrams(question, name.area);
      inAreas.set(name.area, inArea);
      const score = this.#scoreOf(question, name, inArea, number);
      if (score > (best.get(name.id) ?? 0)) best.set(name.id, score);
    }
    const hits = [...best].map(([id, score]) => ({ id, score }));
    return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(skip, skip + limit);
  }

  #name(number: number): Name {
    const name = this.#names[number];
    if (!name) throw new Error(`no name has the number ${number}`);
    return name;
  }

  #areaOf(written: string): Text {
    const known = this.#areas.get(written);
    if (known) return known;
    const form = searchForm(written);
    const area = { number: this.#grams.add(gramsOf(form)), form };
    this.#areas.set(written, area);
    return area;
  }

  #question(words: string): Question {
    const form = searchForm(words.slice(0, LONGEST_QUESTION));
    const grams = gramsOf(form);
    let weight = 0;
    let inner = 0;
    for (const gram of grams) {
      const telling = this.#grams.weightOf(gram);
      weight += telling;
      if (!isAtEdge(gram)) inner += telling;
    }
    return { form, grams, weight, inner };
  }

  /** The names that fit best by an estimate, never too low: a trigram in both name and area counts twice. */
  #likely(question: Question, most: number): number[] {
    this.#countFound(question);
    const least = LEAST_COVERED_WITH_SLIPS * question.inner;
    const scores = new Float32Array(this.#names.length);
    for (let number = 0; number < scores.length; number++) {
      const name = this.#names[number];
      if (!name) continue;
      const inName = this.#found[number] ?? 0;
      const notInName = question.weight - inName;
      let inArea = this.#found[name.area.number] ?? 0;
      if (inArea > notInName) inArea = notInName;
      if (inName + inArea < least) continue;
      scores[number] = diceOf(question, inName + AREA_WORTH * inArea, this.#grams.heaviness[number] ?? 0);
    }
    return bestOf(scores, most);
  }

  /** Sums up, for each text, the weights of the question's trigrams in it. */
  #countFound({ grams }: Question): void {
    if (this.#found.length < this.#grams.end) this.#found = new Float32Array(this.#grams.heaviness.length);
    this.#found.fill(0);
    for (const gram of grams) this.#grams.addWeight(gram, this.#found);
  }

  /** How well a name fits, between 0 and 1; 0 when it is too unlike. `areaGrams` are the question's in its area. */
  #scoreOf(question: Question, name: Name, areaGrams: readonly number[], number: number): number {
    const inName = this.#found[number] ?? 0;
    const inArea = areaGrams.length === 0 ? 0 : this.#onlyInArea(name, areaGrams);
    const { slips, length } = alignEnd(name.form, question.form);
    const believed = slips + strayLetters(question.form.slice(length), areaGrams);
    const covered = question.inner > 0 && inName + inArea >= LEAST_COVERED * question.inner;
    if (!covered && (believed > MOST_SLIPS || length < LEAST_LETTERS)) return 0;
    const dice = diceOf(question, inName + AREA_WORTH * inArea, this.#grams.heaviness[number] ?? 0);
    return (dice + (CLOSENESS[believed] ?? 0)) / (1 + (CLOSENESS[0] ?? 0));
  }

  /** The weight of what the area has and the name has not. */
  #onlyInArea(name: Name, areaGrams: readonly number[]): number {
    const nameGrams = gramsOf(name.form);
    let sum = 0;
    for (const gram of areaGrams) if (!nameGrams.has(gram)) sum += this.#grams.weightOf(gram);
    return sum;
  }
}

/** The question's trigrams in an area. */
function commonGrams({ grams }: Question, area: Text): number[] {
  return [...gramsOf(area.form)].filter((gram) => grams.has(gram));
}

function diceOf(question: Question, common: number, heaviness: number): number {
  return (2 * common) / (question.weight + heaviness);
}

/** How many letters behind the name are not the area's. */
function strayLetters(rest: string, areaGrams: readonly number[]): number {
  if (rest === '') return 0;
  const grams = [...gramsOf(rest)];
  const strange = grams.filter((gram) => !areaGrams.includes(gram)).length;
  // The two at the ends are strange even when all letters are the area's.
  return Math.max(0, strange - 2);
}

/** The places of the highest scores, the highest first, about `most` of them; zeros are left out. */
function bestOf(scores: Float32Array, most: number): number[] {
  const counts = new Uint32Array(SCORE_STEPS + 1);
  for (const score of scores) counts[stepOf(score)] = (counts[stepOf(score)] ?? 0) + 1;
  let least = SCORE_STEPS;
  for (let sum = counts[least] ?? 0; sum < most && least > 1; sum += counts[least] ?? 0) least--;
  const best: number[] = [];
  for (let at = 0; at < scores.length && best.length < 2 * most; at++) {
    if (stepOf(scores[at] ?? 0) >= least) best.push(at);
  }
  return best;
}

function stepOf(score: number): number {
  return score >= 1 ? SCORE_STEPS : (score * SCORE_STEPS) | 0;
}
