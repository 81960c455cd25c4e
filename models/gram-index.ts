/**
 * Which texts hold which trigrams, how telling each trigram is, and how heavy each text is by that measure. Texts
 * are numbered; the numbers of removed texts are used again. Everything long lives in typed arrays.
 */

/** The texts that hold one trigram, and the trigram's weight at the last weighing. */
type Posting = { texts: Uint32Array; count: number; weight: number };

/** The weights are kept until this share of the texts has changed. */
const CHANGED_SHARE = 0.02;
/** A trigram that only a few texts hold is no more telling than this: it may be somebody's slip. */
const RARE = 2;
/** A trigram that no text holds weighs as if one text in so many held it: it is most likely a slip. */
const UNSEEN_ONE_IN = 300;

/** A set of numbered texts, searchable by their trigrams. */
export class GramIndex {
  readonly #postings = new Map<number, Posting>();
  readonly #free: number[] = [];
  #heaviness = new Float32Array(64);
  #used = 0;
  #changed = 0;
  /** The weight of a trigram that no text held at the last weighing. */
  #unseen = weightOf(1, 1);

  /** How many numbers were given out so far; all texts are below. */
  get end(): number {
    return this.#used;
  }

  /** Adds a text and gives it a number. */
  add(grams: ReadonlySet<number>): number {
    const text = this.#free.pop() ?? this.#used++;
    if (text >= this.#heaviness.length) this.#heaviness = enlarged(this.#heaviness, Float32Array);
    let sum = 0;
    for (const gram of grams) sum += this.#append(gram, text);
    this.#heaviness[text] = sum;
    this.#changed++;
    return text;
  }

  /** Takes a text out; `grams` are those it was added with. */
  remove(text: number, grams: ReadonlySet<number>): void {
    for (const gram of grams) this.#take(gram, text);
    this.#heaviness[text] = 0;
    this.#free.push(text);
    this.#changed++;
  }

  /** The summed weight of all trigrams of each text, by number. Valid until the next change. */
  get heaviness(): Float32Array {
    return this.#heaviness;
  }

  /** How telling a trigram is: the square of its inverse document frequency. */
  weightOf(gram: number): number {
    return this.#postings.get(gram)?.weight ?? this.#unseen;
  }

  /** Adds the weight of `gram` to every text that holds it. */
  addWeight(gram: number, sums: Float32Array): void {
    const posting = this.#postings.get(gram);
    if (!posting) return;
    const { texts, count, weight } = posting;
    for (let i = 0; i < count; i++) {
      const text = texts[i] as number; // i is below count, which is at most the length
      sums[text] = (sums[text] as number) + weight;
    }
  }

  /** Weighs all trigrams and texts anew when enough has changed since the last time. */
  weigh(): void {
    const size = this.#used - this.#free.length;
    if (this.#changed <= size * CHANGED_SHARE) return;
    this.#heaviness.fill(0);
    this.#unseen = weightOf(size, size / UNSEEN_ONE_IN);
    for (const [gram, posting] of this.#postings) {
      posting.weight = weightOf(size, posting.count);
      this.addWeight(gram, this.#heaviness);
    }
    this.#changed = 0;
  }

  #append(gram: number, text: number): number {
    let posting = this.#postings.get(gram);
    if (!posting) {
      posting = { texts: new Uint32Array(2), count: 0, weight: this.#unseen };
      this.#postings.set(gram, posting);
    }
    if (posting.count === posting.texts.length) posting.texts = enlarged(posting.texts, Uint32Array);
    posting.texts[posting.count++] = text;
    return posting.weight;
  }

  #take(gram: number, text: number): void {
    const posting = this.#postings.get(gram);
    const at = posting ? posting.texts.subarray(0, posting.count).indexOf(text) : -1;
    if (!posting || at < 0) throw new Error(`text ${text} was not added with trigram ${gram}`);
    posting.texts[at] = posting.texts[--posting.count] ?? 0;
    if (posting.count === 0) this.#postings.delete(gram);
  }
}

function weightOf(size: number, holders: number): number {
  return Math.log(1 + size / (holders + RARE)) ** 2;
}

function enlarged<T extends Float32Array | Uint32Array>(array: T, Kind: new (length: number) => T): T {
  const larger = new Kind(Math.ceil(array.length * 1.5));
  larger.set(array);
  return larger;
}
