import { type Match } from '@habeas/connector-sdk';
import { connector, everywhere, flaw, found, items, session, type Flaw } from './flaw.js';

/** A match of somebody whom nobody asked for. */
const stranger = ({ collection }: { readonly collection: string }, like?: Match): Match => ({
  type: 'match',
  collection,
  key: ['cus_9999'],
  record: {},
  evidence: like?.evidence ?? [],
  identifiers: [],
  standing: 'subject',
});

/** See {@link Flaw}. */
export const contractFlaws: readonly Flaw[] = [
  flaw(
    'C1',
    'has a version that is none',
    ['shop', connector(({ manifest: good }) => ({ manifest: { ...good, version: 'one' } }))],
    /semver|version/iu,
  ),
  flaw(
    'C2',
    'does not say what its fields hold',
    ['shop', everywhere('origin', () => undefined)],
    /neither a category nor an origin/u,
  ),
  flaw(
    'C3a',
    'has a collection that is never well',
    ['shop', session((good) => ({ check: async () => ({ ...(await good.check()), collections: [] }) }))],
    /deep-equal/u,
  ),
  flaw(
    'C3b',
    'takes any credentials',
    [
      'shop',
      session((good) => ({
        check: () => good.check().catch(() => ({ system: '', readOnly: 'session', collections: [], advice: [] })),
      })),
    ],
    /ended well/u,
  ),
  flaw(
    'C3c',
    'says that all is well',
    [
      'shop',
      session((good) => ({
        check: async () => {
          const health = await good.check();
          return { ...health, collections: health.collections.map((each) => ({ ...each, status: 'ok', problems: [] })) };
        },
      })),
    ],
    /denied|deeply/iu,
  ),
  flaw(
    'C4',
    'ends a search twice',
    ['shop', found((item) => (item.type === 'located' ? [item, item] : [item]))],
    /located twice/u,
  ),
  flaw(
    'C5',
    'delivers in another order each time',
    [
      'shop',
      items((item) =>
        item.type === 'records'
          ? [
              {
                ...item,
                records: item.records.map((record) => ({ ...record, data: { ...record.data, now: performance.now() } })),
              },
            ]
          : [item],
      ),
    ],
    /deep/iu,
  ),
  flaw('C6', 'plans nothing', ['shop', session(() => ({ plan: () => Promise.resolve({ collections: [] }) }))], /deep/iu),
];

/** See {@link Flaw}. */
export const subjectFlaws: readonly Flaw[] = [
  flaw(
    'S1',
    'does not look again at what it was sent',
    ['shop', found((item) => (item.type === 'match' ? [item, stranger(item, item)] : [item]))],
    /others are found/u,
  ),
  flaw(
    'S2a',
    'writes an identifier into a filter as it is',
    ['club', everywhere('$filter', () => "emails/any(e: e eq '${id}')")],
    /is failed/u,
  ),
  flaw(
    'S2b',
    'writes an identifier into a filter as it is',
    ['club', everywhere('$filter', () => "emails/any(e: e eq '${id}')")],
    /arrives as/u,
  ),
  flaw('S3', 'bears with any number of strangers', ['shop', everywhere('strangers', () => 10_000)], /is (?:complete|empty)/u),
  flaw(
    'S4',
    'trusts what it asked for',
    [
      'shop',
      session((good) => ({
        async *locate(query) {
          const [identifier] = query.identifiers;
          for await (const item of good.locate(query)) {
            const isDropped = item.type === 'located' && item.dropped > 0 && identifier !== undefined;
            if (isDropped)
              yield {
                ...stranger(item),
                evidence: [{ identifier, field: `${item.collection}.email`, found: identifier.value, how: 'equal' }],
              };
            yield item;
          }
        },
      })),
    ],
    /does not hold the address/u,
  ),
  flaw(
    'S5a',
    'stops at the first record',
    [
      'shop',
      session((good) => ({
        async *locate(query) {
          let count = 0;
          for await (const item of good.locate(query)) {
            if (item.type === 'located' || (count += 1) === 1) yield item;
          }
        },
      })),
    ],
    /not everything is found/u,
  ),
  flaw(
    'S5b',
    'delivers a record twice that is listed twice',
    ['shop', items((item) => (item.type === 'records' ? [item, item] : [item]))],
    /twice/u,
  ),
  flaw(
    'S6',
    'takes absence for a fault',
    ['shop', found((item) => [item.type === 'located' && item.outcome === 'empty' ? { ...item, outcome: 'failed' } : item])],
    /no empty one/u,
  ),
];
