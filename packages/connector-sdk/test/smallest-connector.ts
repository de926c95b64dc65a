import {
  compareIdentifiers,
  ConnectorError,
  defineConnector,
  Secret,
  toIdentifier,
  type CollectionSpec,
  type Evidence,
  type Session,
  type SubjectQuery,
} from '../src/index.js';
import { z } from 'zod';

const config = z.strictObject({ rows: z.array(z.strictObject({ email: z.string(), topic: z.string() })) });
type Row = z.infer<typeof config>['rows'][number];

const subscriber: CollectionSpec = {
  name: 'subscriber',
  personal: 'subject',
  key: ['email'],
  fields: [
    { name: 'email', type: 'string' },
    { name: 'topic', type: 'string' },
  ],
  withheld: [],
  lookups: [{ kind: 'email', field: 'email', mode: 'exact' }],
  ownedBy: [],
  gaps: [],
};

/** A hit is a hit by the canonical form of what was found, never because the source said so. */
function evidenceOf({ email }: Row, { identifiers }: SubjectQuery): readonly Evidence[] {
  const found = toIdentifier('email', email);
  return identifiers
    .filter((searched) => found !== undefined && compareIdentifiers(searched, found) === 'same')
    .map((identifier) => ({ identifier, field: 'subscriber.email', found: new Secret(email), how: 'normalised' }));
}

/** Where another source would wait for its answer. */
async function nextTurn(signal: AbortSignal): Promise<void> {
  await Promise.resolve();
  if (signal.aborted) throw new ConnectorError('aborted', 'The search was cancelled.');
}

function openSession(rows: readonly Row[], signal: AbortSignal): Session {
  return {
    collections: [subscriber],
    check: () => Promise.resolve({ system: 'A list', readOnly: 'proved', collections: [], advice: [] }),
    async *locate(query) {
      await nextTurn(signal);
      const hits = rows.map((row) => ({ row, evidence: evidenceOf(row, query) })).filter(({ evidence }) => evidence.length > 0);
      for (const { row, evidence } of hits) {
        const identifiers = evidence.map(({ identifier, field }) => ({ identifier, field }));
        const match = { type: 'match', collection: 'subscriber', standing: 'subject', evidence, identifiers } as const;
        yield { ...match, key: [row.email], record: { ...row } };
      }
      const outcome = hits.length > 0 ? 'complete' : 'empty';
      yield { type: 'located', collection: 'subscriber', outcome, lookups: subscriber.lookups, dropped: 0 };
    },
    async *read({ roots }) {
      await nextTurn(signal);
      const keys = new Set(roots.map(({ key }) => key[0]));
      const records = rows
        .filter(({ email }) => keys.has(email))
        .map((row) => ({
          key: [row.email],
          data: { ...row },
          via: [{ root: { collection: 'subscriber', recordId: row.email }, path: [] }],
        }));
      if (records.length > 0) yield { type: 'records', records };
      yield { type: 'done', outcome: records.length > 0 ? 'complete' : 'empty', count: records.length, notes: [] };
    },
    close: () => Promise.resolve(),
  };
}

export const subscribers = defineConnector({
  manifest: {
    id: 'subscribers',
    version: '1.0.0',
    sdk: 1,
    title: 'A list of subscribers',
    kind: 'files',
    systems: [{ name: 'A list', versions: 'any', tested: true }],
    needsDataMap: false,
    gaps: [],
  },
  config,
  open: ({ rows }, { signal }) => Promise.resolve(openSession(rows, signal)),
});
