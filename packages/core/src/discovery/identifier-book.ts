import type { Identifier } from '@habeas/connector-sdk';
import type { IdentifierAccount } from '../findings/findings.js';
import type { Lesson, Settlement } from '../matching/settle.js';
import { identifierKey, isSearchable, kindKey } from '../subject/identifier-key.js';
import type { Subject } from '../subject/subject.js';

interface Entry {
  readonly id: string;
  readonly identifier: Identifier;
  readonly given: 'verified' | 'unverified' | undefined;
  /** What taught it last. */
  readonly lesson: Lesson | undefined;
  /** Whether an included match teaches it still. */
  readonly isTaught: boolean;
  /** 0 while it is not searched. */
  readonly round: number;
}

/**
 * Every identifier that is known of the subject: given, or learnt from an included match; where it comes from, and in which
 * round it was searched. Each is searched once. Those on queued matches are not in it: they may be somebody else's, and
 * following them would gather that person's data; the account tells which matches hold some.
 */
export class IdentifierBook {
  /** By identifier key; names and birth dates by their part too. */
  readonly #entries = new Map<string, Entry>();

  constructor(
    subject: Subject,
    private readonly limit: number,
  ) {
    for (const { identifier, verified, part } of subject.identifiers) {
      const key = identifierKey(identifier);
      const place = isSearchable(identifier) ? key : JSON.stringify([key, part]);
      this.#entries.set(place, { ...this.#blank(identifier), given: verified ? 'verified' : 'unverified' });
    }
  }

  /** What is to be searched in this round, as far as the limit goes. Each is given out once. */
  ask(round: number): readonly Identifier[] {
    const searched = [...this.#entries.values()].filter((entry) => entry.round > 0).length;
    const asked = this.#pending().slice(0, this.limit - searched);
    for (const [place, entry] of asked) this.#entries.set(place, { ...entry, round });
    return asked.map(([, { identifier }]) => identifier);
  }

  /** Takes over what the included matches teach. Returns how many identifiers wait to be searched. */
  learn({ lessons }: Settlement): number {
    for (const [place, entry] of this.#entries) this.#entries.set(place, { ...entry, isTaught: false });
    for (const lesson of lessons) {
      const entry = this.#entries.get(lesson.key) ?? this.#blank(lesson.carried.identifier);
      this.#entries.set(lesson.key, { ...entry, lesson, isTaught: true });
    }
    return this.#pending().length;
  }

  /** The kinds by which sources were asked. */
  searchedKinds(): ReadonlySet<string> {
    return new Set([...this.#entries.values()].filter(({ round }) => round > 0).map(({ identifier }) => kindKey(identifier)));
  }

  /** The kind of each identifier of the subject that a limit kept from being searched. */
  leftOutKinds(): readonly string[] {
    return this.#pending().map(([, { identifier }]) => kindKey(identifier));
  }

  /** The id in the account of an identifier that was searched. */
  idOf(key: string): string {
    const entry = this.#entries.get(key);
    if (entry === undefined) throw new Error('An identifier that is not in the book.');
    return entry.id;
  }

  account({ ambiguous, verdicts }: Settlement): readonly IdentifierAccount[] {
    const places = new Map(verdicts.map(({ match }, place) => [match.id, place]));
    const learntFrom = ({ match, carried }: Lesson): Pick<IdentifierAccount, 'learntFrom'> => ({
      learntFrom: { match: matchId(Number(places.get(match.id))), field: carried.field },
    });
    return [...this.#entries].map(([key, entry]) => {
      const { id, identifier, lesson, round } = entry;
      return {
        id,
        kind: identifier.kind,
        ...(identifier.namespace === undefined ? {} : { namespace: identifier.namespace }),
        value: identifier.value.reveal(),
        status: ambiguous.has(key) || identifier.shared ? 'ambiguous' : statusOf(entry),
        ...(lesson === undefined ? {} : learntFrom(lesson)),
        round,
      };
    });
  }

  #blank(identifier: Identifier): Entry {
    const id = `i${String(this.#entries.size + 1)}`;
    return { id, identifier, given: undefined, lesson: undefined, isTaught: false, round: 0 };
  }

  #pending(): readonly (readonly [string, Entry])[] {
    return [...this.#entries].filter(
      ([, { identifier, given, isTaught, round }]) =>
        round === 0 && isSearchable(identifier) && (isTaught || given === 'verified'),
    );
  }
}

/** The id of a match in an account, by its place among all sorted matches. */
export function matchId(index: number): string {
  return `m${String(index + 1)}`;
}

function statusOf({ given, isTaught }: Entry): IdentifierAccount['status'] {
  if (given === 'verified') return 'verified';
  if (isTaught) return 'derived';
  return given === 'unverified' ? 'unverified' : 'ambiguous';
}
