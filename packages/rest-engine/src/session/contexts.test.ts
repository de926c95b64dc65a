import { describe, expect, it } from '@jest/globals';
import { CarriageNotes, ConnectorError, type ErrorClass, type JsonValue, type Problem } from '@habeas/connector-sdk';
import type { BuiltRequest } from '../request/build-request.js';
import { apiReply, testEngine } from '../testing/test-engine.js';
import { testManifest } from '../testing/context-manifest.js';
import type { FlatRecord } from '../value/flat-record.js';
import { contextsOf } from './contexts.js';
import { collectionOf, type Engine } from './engine.js';

/** An engine whose vendor answers each path with this; what is not here does not exist. A class of errors is a fault. */
function engineOver(answers: Readonly<Record<string, JsonValue | undefined>>): {
  readonly engine: Engine;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const engine = testEngine(testManifest(), (request) => {
    const { path, query } = request as BuiltRequest;
    const named = query['ids'] === undefined ? path : `${path}?${query['ids']}`;
    asked.push(named);
    const answer = answers[named];
    if (typeof answer === 'string') return Promise.reject(new ConnectorError(answer as ErrorClass, 'The source says no.'));
    return Promise.resolve(apiReply(answer));
  });
  return { engine, asked };
}

function order(members: FlatRecord['members']): FlatRecord {
  return { key: [1], members };
}

interface Shown {
  readonly shown: readonly unknown[];
  readonly problems: readonly Problem[];
  readonly notes: CarriageNotes;
}

async function show(engine: Engine, ...records: readonly FlatRecord[]): Promise<Shown> {
  const problems: Problem[] = [];
  const notes = new CarriageNotes();
  const contexts = contextsOf(engine, collectionOf(engine, 'order'), (problem) => problems.push(problem));
  return { shown: await contexts.shown(records, notes), problems, notes };
}

const EVENT = { id: 7, name: { text: 'Fair' }, opens: 1767600000, organiser: 'olga@example.org' };
const FAIR = { 'event.name': 'Fair', 'event.opens': '2026-01-05T08:00:00.000Z', 'product.label': null };

describe('what records refer to', () => {
  it('is shown by its descriptive fields, and is null where a record refers to nothing', async () => {
    const { engine } = engineOver({ '/events/7': EVENT });
    const { shown, problems } = await show(engine, order({ event_id: '7' }), order({ event_id: null }), order({ event_id: '' }));
    const nothing = { 'event.name': null, 'event.opens': null, 'product.label': null };
    expect(shown).toEqual([FAIR, nothing, nothing]);
    expect(problems).toEqual([]);
  });

  it('is asked for once in a session, many at a time where the vendor lets it', async () => {
    const products = (...ids: readonly number[]): JsonValue => ids.map((id) => ({ id, label: `P${String(id)}` }));
    const { engine, asked } = engineOver({
      '/events/7': EVENT,
      '/products?1,2': products(1, 2),
      '/products?3': products(3),
    });
    const records = [1, 2, 3, 2].map((id) => order({ event_id: 7, line: { product: id } }));
    const first = await show(engine, ...records);
    expect(first.shown.map((each) => (each as { readonly 'product.label': string })['product.label'])).toEqual([
      'P1',
      'P2',
      'P3',
      'P2',
    ]);
    expect((await show(engine, ...records)).shown).toEqual(first.shown);
    expect(asked).toEqual(['/events/7', '/products?1,2', '/products?3']);
  });

  it('is told to be missing where the vendor does not give it any more, each time', async () => {
    const { engine, asked } = engineOver({ '/products?1': [] });
    for (const record of [order({ event_id: 8 }), order({ event_id: 8 })]) {
      const { shown, problems } = await show(engine, record);
      expect(shown).toEqual([{ 'event.name': null, 'event.opens': null, 'product.label': null }]);
      expect(problems).toEqual([
        {
          errorClass: 'not-found',
          message:
            'What records of "order" refer to as "event" could not all be looked up: the source does not give some of them any more.',
        },
      ]);
    }
    expect(asked).toEqual(['/events/8']);
  });

  it.each(['permission', 'transient', 'egress'] as const)(
    'is not asked for again in a read that met a fault of class %s',
    async (fault) => {
      const { engine, asked } = engineOver({ '/events/1': fault, '/events/2': EVENT });
      const { problems } = await show(engine, order({ event_id: 1 }), order({ event_id: 2 }));
      expect(problems).toMatchObject([{ errorClass: fault }]);
      expect(problems[0]?.remedy).toBe(fault === 'permission' ? 'Grant events.read.' : undefined);
      expect(asked).toEqual(['/events/1']);
    },
  );

  it('is told to be missing where one thing cannot be read, and others are shown', async () => {
    const { engine } = engineOver({ '/events/1': 'contract', '/events/7': EVENT });
    const { shown, problems } = await show(engine, order({ event_id: 1 }), order({ event_id: 7 }));
    expect(shown[1]).toEqual(FAIR);
    expect(problems).toMatchObject([{ errorClass: 'contract' }]);
  });

  it('is told to be missing where a record names it by what is no key', async () => {
    const { engine, asked } = engineOver({});
    const { problems } = await show(engine, order({ event_id: true }));
    expect(problems).toMatchObject([{ errorClass: 'contract' }]);
    expect(problems[0]?.message).toContain('its key is none');
    expect(asked).toEqual([]);
  });

  it.each(['aborted', 'auth', 'throttle', 'quota'] as const)('ends the read where its lookup fails with %s', async (fault) => {
    const { engine } = engineOver({ '/events/1': fault });
    await expect(show(engine, order({ event_id: 1 }))).rejects.toMatchObject({ errorClass: fault });
  });

  it('is told to be missing where the configuration does not say what its request needs', async () => {
    const { engine } = engineOver({});
    const spec = engine.manifest.shared['event'];
    if (spec === undefined || !('each' in spec.read)) throw new Error('it has no request');
    const read = { each: { ...spec.read.each, get: '/${config.shop}/events/${key.id}' } };
    const shared = { ...engine.manifest.shared, event: { ...spec, read } };
    const { problems } = await show({ ...engine, manifest: { ...engine.manifest, shared } }, order({ event_id: 1 }));
    expect(problems).toMatchObject([{ errorClass: 'contract' }]);
  });

  it('carries a value that does not fit as it is, with a note', async () => {
    const { engine } = engineOver({ '/events/7': { ...EVENT, opens: 'soon' } });
    const { shown, notes } = await show(engine, order({ event_id: 7 }));
    expect(shown).toEqual([{ ...FAIR, 'event.opens': 'soon' }]);
    expect(notes.list()).toMatchObject([{ field: 'event.opens' }]);
  });
});
