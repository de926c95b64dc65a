import { ConnectorError, type Item, type JsonObject } from '@habeas/connector-sdk';
import { BYSTANDER } from '../../src/testing/world/people.js';
import { connector, everywhere, flaw, items, session, swallowing, type Flaw } from './flaw.js';

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

/** See {@link Flaw}. */
export const completenessFlaws: readonly Flaw[] = [
  flaw('P1', 'reads the first page only', ['shop', everywhere('paginate', () => 'none')], /charge|visit|came/u),
  flaw('P2a', 'takes a short page for the last', ['shop', stopsShort], /of 21 records/u),
  flaw(
    'P2b',
    'takes an empty page for the last',
    [
      'crm',
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
        typeof value === 'object' && value !== null && 'chunk' in value ? { ...value, name: 'nothing' } : value,
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
  flaw('P9a', 'looks nothing up', ['crm', items((item) => [withMembers(item, { 'stage.label': null })])], /is not what is held/u),
  flaw(
    'P9a',
    'shows who organises it',
    ['club', items((item) => [withMembers(item, { otherFields: { of: BYSTANDER } })])],
    /somebody who stands in a shared thing is shown/u,
  ),
  flaw(
    'P9b',
    'forgets what it has looked up',
    [
      'club',
      connector((good) => ({
        async open(config, context) {
          const sound = await good.open(config, context);
          return {
            ...sound,
            async *read(request) {
              const another = await good.open(config, context);
              yield* another.read(request);
              await another.close();
            },
          };
        },
      })),
    ],
    /asked for again/u,
  ),
];

/** An item whose records hold something else in some members. */
function withMembers(item: Item, members: JsonObject): Item {
  if (item.type !== 'records') return item;
  return { ...item, records: item.records.map((record) => ({ ...record, data: { ...record.data, ...members } })) };
}

/** See {@link Flaw}. */
export const faultsFlaws: readonly Flaw[] = [
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
  flaw('F8a', 'takes a job without end for nothing there', ['depot', swallowing()], /is empty|ended well/u),
  flaw(
    'F8a',
    'never tires of asking',
    ['depot', everywhere('most', (most) => Number(most) * 100)],
    /times, where|longer than is allowed/u,
  ),
  flaw('F8b', 'takes a job that has failed for nothing there', ['depot', swallowing()], /is empty|ended well/u),
  flaw(
    'F8b',
    'does not know that a job can fail',
    ['depot', everywhere('failed', () => undefined)],
    /quota, not contract|throttled/u,
  ),
  flaw('F8c', 'asks without a pause', ['depot', everywhere('every', () => 1)], /asked about again after/u),
  flaw(
    'F6',
    'leaves no place to go on from',
    ['shop', items((item) => (item.type === 'checkpoint' ? [] : [item]))],
    /no checkpoint|no fault|threw/u,
  ),
  flaw(
    'F9',
    'says nothing of what it could not look up',
    ['club', items((item) => [item.type === 'done' && item.outcome === 'partial' ? { ...item, outcome: 'complete' } : item])],
    /and the read is complete/u,
  ),
];
