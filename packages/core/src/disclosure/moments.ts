import { type CollectionSpec, type JsonObject, type JsonValue, recordId, type SourceRecord } from '@habeas/connector-sdk';
import { readSourceDate } from '../calendar/source-date.js';

/** What a record, or the subject, tells of moments and relationships of the register, by their names. Dates as days. */
export interface Moments {
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly open: Readonly<Record<string, boolean>>;
}

/** Nothing told. */
export const NO_MOMENTS: Moments = { values: {}, open: {} };

/** Reads the moments of a collection's records, by its data map (RET-02). */
export class MomentReader {
  readonly #moments: readonly (readonly [field: string, moment: string])[];
  readonly #relationships: readonly (readonly [field: string, relationship: string])[];

  constructor(
    { fields }: CollectionSpec,
    private readonly timeZone: string,
  ) {
    this.#moments = fields.flatMap(({ name, moment }) => (moment === undefined ? [] : [[name, moment] as const]));
    this.#relationships = fields.flatMap(({ name, relationship }) =>
      relationship === undefined ? [] : [[name, relationship] as const],
    );
  }

  of(data: JsonObject): Moments {
    if (this.#moments.length + this.#relationships.length === 0) return NO_MOMENTS;
    return {
      values: Object.fromEntries(this.#moments.map(([field, moment]) => [moment, this.#day(data[field] ?? null)])),
      open: Object.fromEntries(this.#relationships.map(([field, relationship]) => [relationship, isYes(data[field] ?? null)])),
    };
  }

  /** The day where it is one: records of one day stand alike. What is no day stays as it is, and is told as none. */
  #day(value: JsonValue): JsonValue {
    return typeof value === 'string' ? (readSourceDate(value.trim(), this.timeZone) ?? value) : value;
  }
}

/** The ways in which sources write yes: `true`, 1, `1`, `t`, `y`, `yes`, `o`, `oui`. */
export function isYes(value: JsonValue): boolean {
  if (typeof value === 'string') return /^(?:1|t|true|y|yes|o|oui)$/iu.test(value.trim());
  return value === true || value === 1;
}

/**
 * What is known of the subject beyond a single record: the moments of the matches, which hold for whatever belongs to them, and
 * those named `subject.…`, of which the latest counts, whichever record tells it.
 */
export class SubjectMoments {
  readonly #roots = new Map<string, Moments>();
  readonly #subject = new Map<string, JsonValue>();

  add(source: string, { name }: CollectionSpec, record: SourceRecord, moments: Moments): void {
    if (record.via.some(({ path }) => path.length === 0)) this.#roots.set(rootKey(source, name, recordId(record.key)), moments);
    for (const [moment, value] of Object.entries(moments.values)) {
      if (moment.startsWith('subject.')) this.#subject.set(moment, later(this.#subject.get(moment), value));
    }
  }

  /** What holds for a record of these matches that tells `own` itself. */
  for(roots: readonly string[], own: Moments): Moments {
    const above = roots.map((root) => this.#roots.get(root) ?? NO_MOMENTS);
    const values: Record<string, JsonValue> = {};
    for (const each of above) {
      for (const [moment, value] of Object.entries(each.values)) values[moment] = latestOrOpen(values[moment], value);
    }
    const open = above.flatMap((each) => Object.entries(each.open).filter(([, isOpen]) => isOpen));
    const closed = above.flatMap((each) => Object.entries(each.open).filter(([, isOpen]) => !isOpen));
    return {
      values: { ...values, ...own.values, ...Object.fromEntries(this.#subject) },
      open: { ...Object.fromEntries([...closed, ...open]), ...own.open },
    };
  }
}

/** The matches that a record belongs to, by a text each. */
export function rootsOf(source: string, { via }: SourceRecord): readonly string[] {
  return [...new Set(via.map(({ root }) => rootKey(source, root.collection, root.recordId)))].sort();
}

function rootKey(source: string, collection: string, id: string): string {
  return JSON.stringify([source, collection, id]);
}

/** The later of two days, as the subject's: what has not come says nothing against what has. */
function later(known: JsonValue | undefined, value: JsonValue): JsonValue {
  if (known === undefined || known === null) return value;
  return typeof value === 'string' && typeof known === 'string' && known < value ? value : known;
}

/** Of several matches the one that is kept longest decides: what has not come yet, else the latest. */
function latestOrOpen(known: JsonValue | undefined, value: JsonValue): JsonValue {
  if (known === undefined) return value;
  return known === null || value === null ? null : later(known, value);
}
