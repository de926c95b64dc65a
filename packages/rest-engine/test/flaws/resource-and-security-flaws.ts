import { setTimeout as pause } from 'node:timers/promises';
import { ConnectorError } from '@habeas/connector-sdk';
import { connector, everywhere, flaw, items, manifest, session, swallowing, type Flaw } from './flaw.js';

/** Gives nothing before it has all. */
const hoarding = session((good) => ({
  async *read(request) {
    const all = [];
    for await (const item of good.read(request)) all.push(item);
    yield* all;
  },
}));

/** The files of the engine, their bytes changed. */
function files(change: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>): Parameters<typeof flaw>[2][1] {
  return items((item) =>
    item.type === 'file' ? [{ ...item, file: { ...item.file, open: () => change(item.file.open()) } }] : [item],
  );
}

async function* hoarded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of bytes) all.push(chunk);
  yield* all;
}

/** Forgets each part when it is given, so that little is held whenever the reader looks. */
async function* takenAhead(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const waiting: Uint8Array[] = [];
  const vendor = { isDone: false };
  const taking = (async () => {
    for await (const chunk of bytes) waiting.push(chunk);
    vendor.isDone = true;
  })();
  while (!vendor.isDone || waiting.length > 0) {
    const next = waiting.shift();
    if (next === undefined) await pause(1);
    else yield next;
  }
  await taking;
}

/** See {@link Flaw}. */
export const resourcesFlaws: readonly Flaw[] = [
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
    'loses the beginning of a file',
    [
      'club',
      files(async function* (bytes) {
        let isFirst = true;
        for await (const chunk of bytes) {
          if (!isFirst) yield chunk;
          isFirst = false;
        }
      }),
    ],
    /not what the vendor sent/u,
  ),
  flaw('R5', 'keeps a whole file before it gives any of it', ['club', files(hoarded)], /are held at once/u),
  flaw('R5', 'takes what it is sent, whoever waits for it', ['club', files(takenAhead)], /ahead of the reader/u),
  flaw('R6a', 'knows no limits', ['shop', manifest((good) => ({ ...good, limits: [] }))], /are allowed/u),
  flaw(
    'R6a',
    'is slower than it has to be',
    ['shop', manifest((good) => ({ ...good, limits: [{ rate: 30, per: 1000 }] }))],
    /were allowed/u,
  ),
  flaw('R6b', 'sends as much as it can', ['club', manifest((good) => ({ ...good, limits: [] }))], /under way at once/u),
];

/** See {@link Flaw}. */
export const securityFlaws: readonly Flaw[] = [
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
  flaw('X1d', 'takes a job at another host for nothing there', ['depot', swallowing()], /ended well|empty/u),
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
    ['shop', everywhere('get', (value) => (value === '/v1/account' ? '/v1/settings' : value))],
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
