import { ConnectorError, type JsonObject, type Match } from '@habeas/connector-sdk';
import { connector, everywhere, flaw, found, items, manifest, session, swallowing, type Flaw } from './flaw.js';

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

const contract: readonly Flaw[] = [
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

const subject: readonly Flaw[] = [
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

/** Ends a read at the first batch that is shorter than a page. */
const stopsShort = session((good) => ({
  async *read(request) {
    for await (const item of good.read(request)) {
      yield item;
      if (item.type === 'records' && request.collection === 'charge' && item.records.length < 5) {
        yield { type: 'done', outcome: 'complete', count: item.records.length, notes: [] };
        return;
      }
    }
  },
}));

const completeness: readonly Flaw[] = [
  flaw('P1', 'reads the first page only', ['shop', everywhere('paginate', () => 'none')], /charge|visit|came/u),
  flaw('P2a', 'takes a short page for the last', ['shop', stopsShort], /of 21 records/u),
  flaw(
    'P2b',
    'takes an empty page for the last',
    [
      'crm',
      items((item) => (item.type === 'checkpoint' || item.type === 'records' ? [item] : [{ ...item, outcome: 'complete' }])) &&
        session((good) => ({
          async *read(request) {
            let batches = 0;
            for await (const item of good.read(request)) {
              if (item.type === 'records') batches += item.records.length;
              if (item.type === 'done' || batches <= 5) yield item;
            }
          },
        })),
    ],
    /records 5 came/u,
  ),
  flaw('P3', 'ends a circle as if it were whole', ['crm', swallowing()], /circle is not told|is empty/u),
  flaw('P4', 'does not count', ['club', everywhere('total', () => undefined)], /partial|complete/u),
  flaw('P5', 'does not know of the cap', ['crm', everywhere('cap', () => undefined)], /cap is not told/u),
  flaw(
    'P6',
    'asks for the properties it knows only',
    [
      'crm',
      everywhere('properties', (value) =>
        typeof value === 'object' && value !== null && 'chunk' in value ? { ...(value as JsonObject), name: 'nothing' } : value,
      ),
    ],
    /custom properties do not come/u,
  ),
  flaw(
    'P7',
    'delivers only what it knows',
    [
      'shop',
      items((item) =>
        item.type === 'records'
          ? [{ ...item, records: item.records.map((record) => ({ ...record, data: { ...record.data, otherFields: null } })) }]
          : [item],
      ),
    ],
    /does not come/u,
  ),
  flaw('P8', 'never says what becomes of archived records', ['shop', session((good) => good)], /archived records of customer/u),
];

const faults: readonly Flaw[] = [
  flaw('F1', 'does not wait as long as it is told', ['crm', everywhere('wait', () => [])], /asked again after/u),
  flaw('F2', 'takes a throttle for a denial', ['crm', everywhere('rules', () => [])], /does not let these credentials/u),
  flaw(
    'F3a',
    'gives up when its token is no longer good',
    [
      'crm',
      session((good) => ({
        async *read(request) {
          yield* good.read(request);
          if (request.collection === 'note') throw new ConnectorError('auth', 'The token is no longer good.');
        },
      })),
    ],
    /no longer good/u,
  ),
  flaw(
    'F3b',
    'takes a refusal for an answer',
    [
      'shop',
      session((good) => ({
        check: () => good.check().catch(() => ({ system: '', readOnly: 'session', collections: [], advice: [] })),
      })),
    ],
    /ended well/u,
  ),
  flaw('F4a', 'tries once only', ['shop', everywhere('tries', () => 1)], /source failed|connection broke|not the JSON/u),
  flaw('F4b', 'takes a fault for nothing there', ['shop', swallowing()], /ended well|is empty/u),
  flaw('F5', 'swallows a 403', ['shop', swallowing()], /which is closed, is empty|ended well/u),
  flaw('F7', 'takes errors for nothing there', ['desk', swallowing()], /where the reply holds errors/u),
  flaw(
    'F6',
    'leaves no place to go on from',
    ['shop', items((item) => (item.type === 'checkpoint' ? [] : [item]))],
    /no checkpoint|no fault|threw/u,
  ),
];

/** Gives nothing before it has all. */
const hoarding = session((good) => ({
  async *read(request) {
    const all = [];
    for await (const item of good.read(request)) all.push(item);
    yield* all;
  },
}));

const resources: readonly Flaw[] = [
  flaw('R1', 'keeps everything before it gives anything', ['shop', hoarding], /are held at once/u),
  flaw('R2', 'reads everything before it gives anything', ['shop', hoarding], /ahead of the reader/u),
  flaw(
    'R3a',
    'goes on when it is told to stop',
    [
      'shop',
      connector((good) => ({ open: (config, context) => good.open(config, { ...context, signal: AbortSignal.timeout(3000) }) })),
    ],
    /stops after|TimeoutError|threw/u,
  ),
  flaw('R3b', 'leaves its connections open', ['shop', session(() => ({ close: () => Promise.resolve() }))], /left open/u),
  flaw(
    'R4',
    'begins again where it should go on',
    ['shop', session((good) => ({ read: ({ resume: _from, ...request }) => good.read(request) }))],
    /ends elsewhere/u,
  ),
  flaw(
    'R5',
    'loses the end of a file',
    [
      'club',
      items((item) => {
        if (item.type !== 'file') return [item];
        const { file } = item;
        return [
          {
            ...item,
            file: {
              ...file,
              async *open() {
                let first = true;
                for await (const chunk of file.open()) {
                  if (!first) yield chunk;
                  first = false;
                }
              },
            },
          },
        ];
      }),
    ],
    /not what the vendor sent/u,
  ),
  flaw('R6a', 'knows no limits', ['shop', manifest((good) => ({ ...good, limits: [] }))], /are allowed/u),
  flaw(
    'R6a',
    'is slower than it has to be',
    ['shop', manifest((good) => ({ ...good, limits: [{ rate: 30, per: 1000 }] }))],
    /were allowed/u,
  ),
  flaw('R6b', 'sends as much as it can', ['club', manifest((good) => ({ ...good, limits: [] }))], /under way at once/u),
];

const security: readonly Flaw[] = [
  flaw(
    'X1a',
    'takes a redirect for an answer',
    [
      'shop',
      session((good) => ({
        check: () => good.check().catch(() => ({ system: '', readOnly: 'session', collections: [], advice: [] })),
      })),
    ],
    /ended well/u,
  ),
  flaw('X1b', 'ends a list where the next page is elsewhere', ['club', swallowing()], /ended well/u),
  flaw(
    'X1c',
    'reaches private addresses unasked',
    [
      'shop',
      connector((good) => ({
        open: (config, context) => good.open({ ...config, network: { private: ['127.0.0.0/8'], insecure: true } }, context),
      })),
    ],
    /ended well/u,
  ),
  flaw(
    'X2',
    'asks for what the vendor has not',
    [
      'shop',
      everywhere('post', (value) => value) && everywhere('get', (value) => (value === '/v1/account' ? '/v1/settings' : value)),
    ],
    /nothing at this address|nowhere in the manifest/u,
  ),
  flaw(
    'X3',
    'tells whom it searched',
    [
      'shop',
      session((good) => ({
        check: () =>
          good.check().catch(() => {
            throw new ConnectorError('contract', 'ann@example.org was refused.');
          }),
      })),
    ],
    /holds personal data/u,
  ),
  flaw(
    'X4',
    'shows its credentials',
    [
      'shop',
      connector((good) => ({
        open: async (config, context) => ({ ...(await good.open(config, context)), key: config.secrets['key']?.reveal() }),
      })),
    ],
    /credential is shown/u,
  ),
  flaw(
    'X5a',
    'unpacks whatever it is sent',
    [
      'shop',
      session((good) => ({
        check: () => good.check().catch(() => ({ system: '', readOnly: 'session', collections: [], advice: [] })),
      })),
    ],
    /ended well/u,
  ),
  flaw(
    'X5b',
    'breaks on a long text',
    [
      'shop',
      session(() => ({
        read: () => {
          throw new RangeError('Invalid string length');
        },
      })),
    ],
    /RangeError/u,
  ),
  flaw(
    'X5c',
    'runs out of stack',
    [
      'shop',
      session((good) => ({
        check: () =>
          good.check().catch(() => {
            throw new RangeError('Maximum call stack size exceeded');
          }),
      })),
    ],
    /no ConnectorError/u,
  ),
  flaw(
    'X6',
    'loses members with special names',
    [
      'shop',
      items((item) =>
        item.type === 'records'
          ? [{ ...item, records: item.records.map((record) => ({ ...record, data: { ...record.data, otherFields: {} } })) }]
          : [item],
      ),
    ],
    /special names/u,
  ),
];

/** At least one for every check. */
export const FLAWS: readonly Flaw[] = [...contract, ...subject, ...completeness, ...faults, ...resources, ...security];
