import {
  type CollectionSpec,
  compareIdentifiers,
  type Evidence,
  fileId,
  type FoundFile,
  type Item,
  type JsonObject,
  type Located,
  type Match,
  type PlannedCost,
  type ReadRequest,
  Secret,
  type Session,
  type SourceHealth,
  type SourceRecord,
  type SubjectQuery,
} from '@habeas/connector-sdk';
import { kindKey } from '../subject/identifier-key.js';
import type { FakeFaults } from './fake-faults.js';
import type { FakeQuirk, FakeScript } from './fake-script.js';
import { FakeTables, textOf } from './fake-tables.js';

/** Somebody nobody asked for. */
const STRANGER = 'stranger@example.org';

/** A session over the tables of a script. */
export class FakeSession implements Omit<Session, 'close'> {
  readonly collections: readonly CollectionSpec[];
  readonly plan?: (query: SubjectQuery) => Promise<PlannedCost>;
  readonly #tables: FakeTables;

  constructor(
    private readonly script: FakeScript,
    private readonly log: { readonly faults: FakeFaults; readonly calls: string[] },
  ) {
    this.#tables = new FakeTables(script);
    this.collections = this.#tables.specs;
    if (script.estimates === true) this.plan = () => this.#estimate();
  }

  check(): Promise<SourceHealth> {
    const collections = this.collections.map(({ name }) => ({ collection: name, status: 'ok' as const, problems: [] }));
    return Promise.resolve({ system: 'fake', readOnly: 'proved', collections, advice: [] });
  }

  async *locate(query: SubjectQuery): AsyncGenerator<Match | Located, void, undefined> {
    this.log.calls.push(`locate ${String(query.identifiers.length)}`);
    const answers = this.collections.flatMap((spec) => this.#answersOf(spec, query));
    let count = 0;
    for (const answer of this.script.arrange?.(answers) ?? answers) {
      await this.log.faults.meet('locate', count);
      count += 1;
      do yield answer;
      while (answer.type === 'match' && this.#has('endless', answer.collection));
    }
    await this.log.faults.meet('locate', count);
  }

  async *read(request: ReadRequest): AsyncGenerator<Item, void, undefined> {
    const { collection, want, resume } = request;
    this.log.calls.push(`${want} ${collection}`);
    const rows = this.#rowsOf(request);
    const start = typeof resume === 'number' ? resume : 0;
    const size = want === 'files' ? 1 : (this.script.batchSize ?? 2);
    const every = size * (this.script.checkpointEvery ?? 1);
    for (let from = start; from < rows.length; from += size) {
      await this.log.faults.meet(want, from, collection);
      const batch = rows.slice(from, from + size);
      yield this.#item(want, collection, batch);
      await this.log.faults.meet(want, from + 0.5, collection);
      if ((from + size - start) % every === 0) yield { type: 'checkpoint', cursor: from + batch.length };
    }
    await this.log.faults.meet(want, rows.length, collection);
    if (!this.#has('no-done', collection)) yield this.#done(collection, rows.length - start);
  }

  async #estimate(): Promise<PlannedCost> {
    await this.log.faults.meet('plan');
    const collections = this.collections.map(({ name, lookups, ownedBy }) => ({
      collection: name,
      lookups,
      paths: ownedBy.length === 0 ? [] : [[...ownedBy].reverse().concat(name).join(' > ')],
      calls: 1,
      ...(lookups.some(({ mode }) => mode === 'scan') ? { rowsToScan: this.#tables.collection(name).rows.length } : {}),
    }));
    return { collections: collections.slice(0, -1) };
  }

  #answersOf(spec: CollectionSpec, query: SubjectQuery): readonly (Match | Located)[] {
    const kinds = new Set(query.identifiers.map(kindKey));
    const told = this.#tables.collection(spec.name).located;
    const ways = told?.lookups ?? spec.lookups;
    const lookups = ways.filter((lookup) => kinds.has(kindKey(lookup)) && lookup.mode !== 'unusable');
    if (lookups.length === 0) return [];
    const matches = this.#tables.collection(spec.name).rows.flatMap((row) => this.#match(spec, row, query) ?? []);
    const collection = this.#has('undeclared', spec.name) ? 'undeclared' : spec.name;
    const outcome = matches.length > 0 ? 'complete' : 'empty';
    const located: Located = { type: 'located', collection, outcome, lookups, dropped: 0, ...told };
    return [
      ...matches,
      ...(this.#has('repeats', spec.name) ? matches : []),
      ...(this.#has('unreported', spec.name) ? [] : [located]),
    ];
  }

  #match(spec: CollectionSpec, row: JsonObject, query: SubjectQuery): Match | undefined {
    const identifiers = this.#tables.identifiers(spec.name, row);
    const isThirdParty = (field: string): boolean =>
      spec.fields.some(({ name, thirdParty }) => `${spec.name}.${name}` === field && thirdParty === true);
    const evidence = query.identifiers.flatMap((asked) =>
      identifiers
        .filter(({ identifier }) => compareIdentifiers(asked, identifier) !== 'different')
        .map(({ identifier, field }): Evidence => ({ identifier: asked, field, found: identifier.value, how: 'equal' })),
    );
    const shown = evidence.length === 0 && this.#has('everyone', spec.name) ? this.#invented(spec, query) : evidence;
    if (shown.length === 0) return undefined;
    const standing = shown.every(({ field }) => isThirdParty(field)) ? 'third-party' : 'subject';
    const key = this.#tables.key(spec.name, row);
    return { type: 'match', collection: spec.name, key, record: row, evidence: shown, identifiers, standing };
  }

  #invented({ name }: CollectionSpec, { identifiers }: SubjectQuery): readonly Evidence[] {
    return identifiers.map((identifier) => ({ identifier, field: `${name}.email`, found: new Secret(STRANGER), how: 'equal' }));
  }

  #done(collection: string, delivered: number): Item {
    const count = this.#has('wrong-count', collection) ? delivered + 1 : delivered;
    return { type: 'done', outcome: delivered > 0 ? 'complete' : 'empty', count, notes: [] };
  }

  /** The rows of a read; a row of a `foreign` collection comes with a root that nobody asked for. */
  #rowsOf({ collection, roots, want }: ReadRequest): readonly SourceRecord[] {
    const rows = this.#tables.collection(collection).rows.flatMap((data) => {
      const via = this.#tables.via(collection, data, roots);
      const key = this.#tables.key(collection, data);
      if (via.length > 0) return [{ key, data, via }];
      const root = { collection, recordId: 'nobody' };
      return this.#has('foreign', collection) ? [{ key, data, via: [{ root, path: [] }] }] : [];
    });
    const changed = this.log.faults.happened;
    if (changed && this.#has('shrinks', collection)) return rows.slice(0, 1);
    if (changed && this.#has('reorders', collection)) return rows.reverse();
    return want === 'files' ? rows.filter(({ data }) => textOf(data[this.#fileField(collection)]) !== '') : rows;
  }

  #item(want: ReadRequest['want'], collection: string, batch: readonly SourceRecord[]): Item {
    const wrong = this.#has('wrong-items', collection);
    const [record] = batch;
    if ((want === 'files') === wrong || record === undefined) return { type: 'records', records: batch };
    return { type: 'file', file: this.#file(collection, record) };
  }

  #file(collection: string, { key, data }: SourceRecord): FoundFile {
    const field = this.#fileField(collection);
    const bytes = Buffer.from(textOf(data[field]));
    const { faults } = this.log;
    return {
      id: fileId(collection, key, field),
      key,
      field,
      bytes: bytes.length,
      open: async function* () {
        yield bytes.subarray(0, 1);
        await faults.meet('bytes', 0, collection);
        yield bytes.subarray(1);
      },
    };
  }

  #fileField(collection: string): string {
    return this.#tables.collection(collection).file ?? '';
  }

  #has(quirk: FakeQuirk, collection: string): boolean {
    return this.#tables.collection(collection).quirks?.includes(quirk) === true;
  }
}
