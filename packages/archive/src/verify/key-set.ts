const START = 1024;
const MOST_KEYS = 8 * 1024 * 1024;

/**
 * A set of texts in 16 bytes each: it keeps 64 bit digests, so that two different texts count as one about never. It holds
 * at most 8 Mi texts; {@link KeySet.isFull} then says that it knows only some.
 */
export class KeySet {
  #high = new Uint32Array(START);
  #low = new Uint32Array(START);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get isFull(): boolean {
    return this.#size >= MOST_KEYS;
  }

  /** Adds a text; `false` where it was there already, or the set is full. */
  add(text: string): boolean {
    if (this.isFull) return false;
    const [high, low] = digestOf(text);
    const slot = this.#slotOf(high, low);
    if (this.#low[slot] !== 0) return false;
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#size += 1;
    if (this.#size * 2 > this.#low.length) this.#grow();
    return true;
  }

  has(text: string): boolean {
    const [high, low] = digestOf(text);
    return this.#low[this.#slotOf(high, low)] !== 0;
  }

  /** How many of this set's texts the other one does not have. */
  missingIn(other: KeySet): number {
    let missing = 0;
    for (let slot = 0; slot < this.#low.length; slot += 1) {
      const low = this.#low[slot] ?? 0;
      if (low !== 0 && other.#low[other.#slotOf(this.#high[slot] ?? 0, low)] === 0) missing += 1;
    }
    return missing;
  }

  /** Where this digest is, or where it would go. A low half of 0 marks a free slot. */
  #slotOf(high: number, low: number): number {
    const mask = this.#low.length - 1;
    let slot = high & mask;
    while (this.#low[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const high = this.#high;
    const low = this.#low;
    this.#high = new Uint32Array(high.length * 2);
    this.#low = new Uint32Array(low.length * 2);
    for (let old = 0; old < low.length; old += 1) {
      const slot = this.#slotOf(high[old] ?? 0, low[old] ?? 0);
      this.#high[slot] = high[old] ?? 0;
      this.#low[slot] = low[old] ?? 0;
    }
  }
}

/** Two multiplicative mixes of the UTF-16 units: well spread, and no secret. */
function digestOf(text: string): readonly [high: number, low: number] {
  let high = 0x811c9dc5;
  let low = 0x2f0b4c47;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x01000193);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return [high >>> 0, low >>> 0 || 1];
}
