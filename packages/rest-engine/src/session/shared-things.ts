import type { JsonObject } from '@habeas/connector-sdk';

/** Things that are kept, and what they may come to in characters, at most. */
const MOST_KEPT = 1_000;
const MOST_CHARACTERS = 4_000_000;

/** A thing by its descriptive fields; `gone` where the vendor does not give it. */
export type SharedThing = JsonObject | 'gone';

interface Kept {
  readonly thing: SharedThing;
  readonly size: number;
}

/** What was looked up of shared things in one session, so that what many records refer to is asked for once. Bounded: the oldest leave. */
export class SharedThings {
  readonly #kept = new Map<string, Kept>();
  #size = 0;

  /** The thing of a kind with this record id; nothing where it is not kept. */
  get(kind: string, id: string): SharedThing | undefined {
    return this.#kept.get(nameOf(kind, id))?.thing;
  }

  keep(kind: string, id: string, thing: SharedThing): void {
    const name = nameOf(kind, id);
    const size = name.length + JSON.stringify(thing).length;
    this.#drop(name);
    this.#kept.set(name, { thing, size });
    this.#size += size;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT && this.#size <= MOST_CHARACTERS) return;
      this.#drop(oldest);
    }
  }

  #drop(name: string): void {
    this.#size -= this.#kept.get(name)?.size ?? 0;
    this.#kept.delete(name);
  }
}

function nameOf(kind: string, id: string): string {
  return JSON.stringify([kind, id]);
}
