import { ConnectorError, type CarriageNotes, type JsonObject, type JsonValue, type Problem } from '@habeas/connector-sdk';
import { valueOf } from '../template/json-path.js';
import { EmptyHole } from '../template/template.js';
import { carry } from '../value/carry.js';
import type { FlatRecord, KeyedCollection } from '../value/flat-record.js';
import { commonScope, type Engine, type NamedCollection } from './engine.js';
import { holeFault } from './hole-fault.js';
import { problemOf } from './locate.js';
import { askedKey, recordsOfKeys, type AskedKey } from './read-keys.js';

/** What the records of one read refer to, as it is shown with them. */
export interface Contexts {
  /** For each record its shown fields, `reference.field`: null where it refers to nothing, or to what cannot be had. */
  shown(records: readonly FlatRecord[], notes: CarriageNotes): Promise<readonly JsonObject[]>;
}

/** Faults of the whole source, or of the moment: a read ends with them, and can be gone on with. Any other is one of the lookup. */
const RAISED: readonly ConnectorError['errorClass'][] = ['aborted', 'auth', 'throttle', 'quota'];
/** Faults that another lookup of the kind would meet too. */
const LASTING: readonly ConnectorError['errorClass'][] = ['permission', 'transient', 'egress'];

/**
 * Looks up what the records of a collection refer to: each thing once, by its key, and of its reply nothing but the fields that
 * the manifest describes. There is no way from a thing to anything else. What could not be looked up is told to `missing`.
 */
export function contextsOf(engine: Engine, { name, spec }: NamedCollection, missing: (problem: Problem) => void): Contexts {
  const closed = new Map<string, Problem>();
  const references = Object.entries(spec.context).flatMap(([reference, { to, on, show }]) => {
    const thing = engine.manifest.shared[to];
    if (thing === undefined) return [];
    return [new Reference(engine, { collection: name, reference, to, thing, on, show, closed, missing })];
  });
  return {
    async shown(records, notes) {
      const parts: (readonly JsonObject[])[] = [];
      for (const reference of references) parts.push(await reference.shown(records, notes));
      return records.map((_, index) => Object.fromEntries(parts.flatMap((part) => Object.entries(part[index] ?? {}))));
    },
  };
}

type Thing = Engine['manifest']['shared'][string];

type Said = NamedCollection['spec']['context'][string];

interface ReferenceParts extends Said {
  readonly collection: string;
  readonly reference: string;
  readonly thing: Thing;
  /** The kinds of things that are not asked for again in this read, each with the fault that closed it. */
  readonly closed: Map<string, Problem>;
  readonly missing: (problem: Problem) => void;
}

class Reference {
  readonly #keyed: KeyedCollection;

  constructor(
    private readonly engine: Engine,
    private readonly parts: ReferenceParts,
  ) {
    const { to, thing } = parts;
    const { key, record } = thing;
    this.#keyed = { name: to, spec: { key, record, lift: [], set: {}, fields: {}, properties: undefined } };
  }

  async shown(records: readonly FlatRecord[], notes: CarriageNotes): Promise<readonly JsonObject[]> {
    const keys = records.map((record) => this.#keyIn(record));
    const asked = new Map(keys.flatMap((key) => (key === undefined ? [] : [[key.id, key] as const])));
    const things = await this.#lookUp([...asked.values()]);
    return keys.map((key) => this.#fields(key === undefined ? {} : (things.get(key.id) ?? {}), notes));
  }

  #fields(thing: JsonObject, notes: CarriageNotes): JsonObject {
    const { reference, show, thing: spec } = this.parts;
    const shown = show.map((field) => {
      const name = `${reference}.${field}`;
      return [name, carry(name, spec.fields[field] ?? {}, thing[field], notes)] as const;
    });
    return Object.fromEntries(shown);
  }

  /** The key that a record names; nothing where it names none. */
  #keyIn({ members }: FlatRecord): AskedKey | undefined {
    const { on, thing } = this.parts;
    const places = new Map(Object.entries(on).map(([at, field]) => [field, at]));
    const values = thing.key.map((field) => valueOf(members, places.get(field) ?? field));
    if (values.some((value) => value === undefined || value === null || value === '')) return undefined;
    const key = values.filter((value) => typeof value === 'string' || typeof value === 'number');
    if (key.length === values.length) return askedKey(this.#keyed, key);
    this.#tell({ errorClass: 'contract', message: 'its key is none.' });
    return undefined;
  }

  async #lookUp(keys: readonly AskedKey[]): Promise<ReadonlyMap<string, JsonObject>> {
    const { engine, parts } = this;
    const found = new Map<string, JsonObject>();
    const unknown = keys.filter(({ id }) => {
      const kept = engine.shared.get(parts.to, id);
      if (kept === 'gone') this.#tellGone();
      else if (kept !== undefined) found.set(id, kept);
      return kept === undefined;
    });
    const size = 'batch' in parts.thing.read ? parts.thing.read.batch.size : 1;
    for (let from = 0; from < unknown.length && !parts.closed.has(parts.to); from += size) {
      await this.#ask(unknown.slice(from, from + size), found);
    }
    const closedBy = parts.closed.get(parts.to);
    if (closedBy !== undefined && unknown.length > 0) this.#tell(closedBy);
    return found;
  }

  async #ask(asked: readonly AskedKey[], found: Map<string, JsonObject>): Promise<void> {
    const { engine, parts } = this;
    try {
      const task = { collection: this.#keyed, request: parts.thing.read, scope: commonScope(engine), missing: toldHere };
      const came = new Map<string, JsonObject>();
      for await (const { key, members } of recordsOfKeys(engine, task, asked)) {
        came.set(askedKey(this.#keyed, key).id, described(parts.thing, members));
      }
      for (const { id } of asked) {
        const thing = came.get(id);
        engine.shared.keep(parts.to, id, thing ?? 'gone');
        if (thing === undefined) this.#tellGone();
        else found.set(id, thing);
      }
    } catch (fault) {
      this.#refused(fault);
    }
  }

  #refused(fault: unknown): void {
    const error = fault instanceof EmptyHole ? holeFault(this.parts.to, fault) : fault;
    if (!(error instanceof ConnectorError) || RAISED.includes(error.errorClass)) throw error;
    const problem = problemOf(error);
    if (LASTING.includes(error.errorClass)) this.parts.closed.set(this.parts.to, problem);
    else this.#tell(problem);
  }

  #tellGone(): void {
    this.#tell({ errorClass: 'not-found', message: 'the source does not give some of them any more.' });
  }

  /** The record is delivered, and what describes it is told to be missing. */
  #tell({ errorClass, message, remedy }: Problem): void {
    const { collection, reference, missing, thing } = this.parts;
    const grant = errorClass === 'permission' && thing.scopes.length > 0 ? `Grant ${thing.scopes.join(', ')}.` : remedy;
    missing({
      errorClass,
      message: `What records of "${collection}" refer to as "${reference}" could not all be looked up: ${message}`,
      ...(grant === undefined ? {} : { remedy: grant }),
    });
  }
}

/** Of a thing nothing is kept but what describes it. */
function described({ fields }: Thing, members: JsonObject): JsonObject {
  const kept = Object.entries(fields).map(([name, { at }]): readonly [string, JsonValue] => [
    name,
    valueOf(members, at ?? name) ?? null,
  ]);
  return Object.fromEntries(kept);
}

/** What is missing of things is told of the records that refer to them. */
function toldHere(): void {
  // See above.
}
