import { ConnectorError, type Connector, type ErrorClass, type Item, type ReadRequest, type Session } from '../../src/index.js';
import { ANN } from '../../src/testing/worlds/people.js';
import { memoryConnector, memoryScenario, type MemoryConfig } from '../in-memory/memory-connector.js';
import { flaw, items, opening, roots, session, type Flaw } from './flaw.js';

/** The catch that turns a failure into "nothing found". */
const swallows = session((good) => ({
  async *read(request): AsyncIterable<Item> {
    let count = 0;
    try {
      for await (const item of good.read(request)) {
        if (item.type === 'records') count += item.records.length;
        yield item;
      }
    } catch {
      yield { type: 'done', outcome: count > 0 ? 'complete' : 'empty', count, notes: [] };
    }
  },
}));

const searchSwallows = roots((item) => {
  if (item.type === 'match' || item.problem === undefined) return [item];
  const { problem: _problem, ...rest } = item;
  return [{ ...rest, outcome: 'empty' }];
});

/** Throws what the good one throws, in another form. */
function rethrows(change: (fault: ConnectorError) => unknown): Connector<MemoryConfig> {
  return session((good) => ({
    async *read(request) {
      try {
        yield* good.read(request);
      } catch (fault) {
        throw fault instanceof ConnectorError ? change(fault) : fault;
      }
    },
  }));
}

function ofClass(errorClass: ErrorClass): Connector<MemoryConfig> {
  return rethrows(
    ({ message, collection }) => new ConnectorError(errorClass, message, collection === undefined ? {} : { collection }),
  );
}

const readsAhead = session((good) => ({
  async *read(request) {
    const everything: Item[] = [];
    for await (const item of good.read(request)) everything.push(item);
    yield* everything;
  },
}));

const ignoresSignals = opening((config, { signal: _signal, ...context }) =>
  memoryConnector.open(config, { ...context, signal: new AbortController().signal }),
);

/** An iterator that goes on reading when its reader has left. */
function deafRead(good: Session, request: ReadRequest): AsyncIterable<Item> {
  const iterator = good.read(request)[Symbol.asyncIterator]();
  return { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) };
}

const startsAgain = session((good) => ({
  read: ({ resume: _resume, ...request }) => good.read(request),
}));

const leaky = rethrows((fault) => new ConnectorError(fault.errorClass, `No such person: ${ANN}`));

export const faultFlaws: readonly Flaw[] = [
  flaw('F4', 'takes a cut for the end', /missing or came twice/u, swallows),
  flaw('F4', 'calls a cut something else', /class is contract/u, ofClass('contract')),
  flaw('F4', 'starts again after a cut', /missing or came twice/u, startsAgain),
  flaw('F5a', 'takes a denial for nothing', /ended well/u, swallows),
  flaw(
    'F5a',
    'throws errors of its own',
    /not a ConnectorError/u,
    rethrows(() => new TypeError('no')),
  ),
  flaw(
    'F5a',
    'throws no errors at all',
    /not a ConnectorError/u,
    rethrows(() => 'no'),
  ),
  flaw(
    'F5a',
    'names another collection',
    /names another/u,
    rethrows(({ errorClass }) => new ConnectorError(errorClass, 'No.', { collection: 'folder' })),
  ),
  flaw('F5b', 'takes what it could not reach for nothing', /ended well/u, swallows),
  flaw('F5c', 'takes a denial for an absent person', /denied/u, searchSwallows),
  flaw('F6', 'takes a lost column for nothing', /ended well/u, swallows),
  flaw('F7', 'takes a lost identifier for an absent person', /by a lost column is empty/u, searchSwallows),
  flaw('F8', 'takes a lost table for nothing', /ended well/u, swallows),
  flaw('R1', 'reads everything before it delivers', /held at once/u, readsAhead),
  flaw('R2', 'reads everything before it delivers', /read ahead/u, readsAhead),
  flaw('R3a', 'does not listen to the signal', /ended well|did not stop/u, ignoresSignals),
  flaw(
    'R3a',
    'delivers nothing',
    /before its first batch/u,
    items((item) => (item.type === 'records' ? [] : [item])),
  ),
  flaw('R3b', 'does not listen to the signal', /ended well/u, ignoresSignals),
  flaw('R3c', 'does not listen to the signal', /did not stop/u, ignoresSignals),
  flaw(
    'R3d',
    'does not notice that the reader has left',
    /still running/u,
    session((good) => ({ read: (request) => deafRead(good, request) })),
  ),
  flaw('R4a', 'starts again from the beginning', /resumed after/u, startsAgain),
  flaw(
    'R4a',
    'has no checkpoints',
    /without a checkpoint/u,
    items((item) => (item.type === 'checkpoint' ? [] : [item])),
  ),
  flaw('R4b', 'starts again from the beginning', /resumed after/u, startsAgain),
  flaw(
    'X2a',
    'can write',
    /readOnly is no/u,
    session((good) => ({ check: async () => ({ ...(await good.check()), readOnly: 'no' }) })),
  ),
  {
    check: 'X2b',
    title: 'has connections that can write',
    complaint: /written/u,
    scenario: {
      ...memoryScenario(),
      load: async (world) => ({ ...(await memoryScenario().load(world)), attemptWrite: () => Promise.resolve('written') }),
    },
  },
  flaw('X3', 'tells whom it did not find', /personal data/u, leaky),
  flaw(
    'X3',
    'tells its password',
    /credential/u,
    rethrows(({ errorClass }) => new ConnectorError(errorClass, 'Not with "open sesame".')),
  ),
];
