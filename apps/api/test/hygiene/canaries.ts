/** Words that are in nothing but what a life gives to the service: each is looked for where nothing of it may be. */
export class Canaries {
  readonly #words: string[] = [];
  readonly #places = new Set<string>();

  get words(): readonly string[] {
    return this.#words;
  }

  /** Where they were given, as `intakes.ts` names places. */
  get places(): ReadonlySet<string> {
    return this.#places;
  }

  /** A word of its own, for one place: `askQuestion.question.text`. */
  word(place: string): string {
    const name = place.slice(place.lastIndexOf('.') + 1);
    return this.add(place, `${name.toLowerCase()}zqx${String(this.#words.length + 100)}kanarie`);
  }

  /** An address of its own. */
  address(place: string): string {
    return this.add(place, `${this.word(place)}@example.org`);
  }

  /** A text that is given at a place, such as somebody's address that is in the world already, or a date that nothing else has. */
  add(place: string, text: string): string {
    this.#places.add(place);
    this.#words.push(text);
    return text;
  }
}
