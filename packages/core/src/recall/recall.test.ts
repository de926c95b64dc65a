import { describe, expect, it } from '@jest/globals';
import { ConnectorError, type Identifier, type Located, type Match, type Session, toIdentifier } from '@habeas/connector-sdk';
import type { SourceBinding } from '../discovery/source.js';
import { fakeSource } from '../testing/fake-source.js';
import { RecalledSource } from './recalled-source.js';
import { SearchRecorder } from './recorder.js';
import { readMemory, type SourceMemory, writeMemory } from './search-memory.js';

const NEVER = new AbortController().signal;
const ANN = email('ann@example.org');
/** A provider that ignores what follows a plus. */
const FOLDING = ['gmail', 'com'].join('.');
const TWIN = email(`ann+shop@${FOLDING}`);
const PHONE = toIdentifier('phone', '+33612345678')!;

function email(text: string): Identifier {
  return toIdentifier('email', text)!;
}

const SHOP = {
  id: 'shop',
  collections: {
    customer: {
      rows: [
        { id: 1, email: 'ann@example.org', phone: '+33612345678' },
        { id: 2, email: `ann+shop@${FOLDING}`, phone: '' },
      ],
      identifiers: { email: { kind: 'email' as const }, phone: { kind: 'phone' as const } },
    },
    ticket: { rows: [{ id: 7, holder: 'zoe@example.org' }], identifiers: { holder: { kind: 'email' as const } } },
  },
};

async function asked(session: Session, ...identifiers: readonly Identifier[]): Promise<readonly (Match | Located)[]> {
  const answers: (Match | Located)[] = [];
  for await (const answer of session.locate({ identifiers })) answers.push(answer);
  return answers;
}

function told(answers: readonly (Match | Located)[]): readonly string[] {
  const texts = answers.map((answer) =>
    answer.type === 'match' ? `match ${String(answer.key[0])}` : `${answer.collection} ${answer.outcome}`,
  );
  return texts.sort();
}

/** What is remembered of a source that was asked these questions; faults of it are met on the way. */
async function memoryOf(binding: SourceBinding, ...questions: readonly (readonly Identifier[])[]): Promise<SourceMemory> {
  const recorder = new SearchRecorder();
  const session = await recorder.bind(binding).open(NEVER);
  for (const question of questions) await asked(session, ...question).catch(() => undefined);
  const [memory] = readMemory(writeMemory(recorder.memory([]))).sources;
  return memory!;
}

describe('a source that is recalled', () => {
  it('answers what it was asked, by each identifier, and opens nothing for it', async () => {
    const source = fakeSource(SHOP);
    const memory = await memoryOf(source, [ANN, TWIN], [PHONE]);
    const before = source.calls.length;
    const recalled = new RecalledSource(source, memory);
    const session = await recalled.binding.open(NEVER);
    expect(session.collections).toEqual(memory.collections);
    expect(told(await asked(session, ANN))).toEqual(['customer complete', 'match 1', 'ticket empty']);
    expect(told(await asked(session, TWIN, PHONE))).toEqual(['customer complete', 'match 1', 'match 2', 'ticket empty']);
    const [match] = await asked(session, TWIN);
    expect(match).toMatchObject({ record: {}, evidence: [{ how: 'equal' }] });
    expect((match as Match).evidence[0]?.identifier.folded?.reveal()).toBe(`ann@${FOLDING}`);
    await session.close();
    expect(recalled.isAsked).toBe(false);
    expect(source.calls).toHaveLength(before);
  });

  it('says of one identifier nothing of collections that were searched by another, and of all the worst that was said', async () => {
    const problem = { errorClass: 'quota', message: 'Not all of it.' } as const;
    const customer = { ...SHOP.collections.customer, located: { outcome: 'partial', problem } as const };
    const source = fakeSource({ ...SHOP, collections: { ...SHOP.collections, customer } });
    const session = await new RecalledSource(source, await memoryOf(source, [ANN, PHONE], [TWIN])).binding.open(NEVER);
    expect(told(await asked(session, PHONE))).toEqual(['customer partial', 'match 1']);
    expect(told(await asked(session, ANN, TWIN))).toEqual(['customer partial', 'match 1', 'match 2', 'ticket empty']);
  });

  it('is asked for identifiers that are new, and only for them', async () => {
    const source = fakeSource(SHOP);
    const recalled = new RecalledSource(source, await memoryOf(source, [ANN]));
    const session = await recalled.binding.open(NEVER);
    expect(told(await asked(session, ANN, TWIN))).toEqual(['customer complete', 'match 1', 'match 2', 'ticket empty']);
    expect(source.calls.slice(-2)).toEqual(['open', 'locate 1']);
    expect(recalled.isAsked).toBe(true);
    expect(await session.check()).toMatchObject({ system: 'fake' });
    await session.close();
    expect(source.openSessions()).toBe(1);
  });

  it('tells of a fault what was told before it, again and without a pause', async () => {
    const gone = new ConnectorError('throttle', 'Too fast.', { remedy: 'Wait.', retryAfterMs: 5 });
    const source = fakeSource({ ...SHOP, faults: [{ at: 'locate', after: 1, error: gone }] });
    const session = await new RecalledSource(source, await memoryOf(source, [ANN])).binding.open(NEVER);
    const heard: string[] = [];
    const listening = (async () => {
      for await (const answer of session.locate({ identifiers: [ANN] })) heard.push(...told([answer]));
    })();
    await expect(listening).rejects.toMatchObject({
      errorClass: 'throttle',
      remedy: 'Wait.',
      retryAfterMs: Number.MAX_SAFE_INTEGER,
    });
    expect(heard).toEqual(['match 1']);
  });

  it('is recalled without the fault where asking it again helped', async () => {
    const source = fakeSource({ ...SHOP, faults: [{ at: 'locate', after: 2, error: new ConnectorError('transient', 'Away.') }] });
    const memory = await memoryOf(source, [ANN], [ANN]);
    expect(memory.calls).toHaveLength(1);
    expect(memory.calls[0]).not.toHaveProperty('fault');
    const session = await new RecalledSource(source, memory).binding.open(NEVER);
    expect(told(await asked(session, ANN)).filter((each) => each.startsWith('customer'))).toEqual(['customer complete']);
  });

  it('could not be opened, and is not opened', async () => {
    const source = fakeSource({ ...SHOP, faults: [{ at: 'open', error: new ConnectorError('auth', 'No.') }] });
    const recorder = new SearchRecorder();
    await expect(recorder.bind(source).open(NEVER)).rejects.toThrow('No.');
    const [memory] = recorder.memory([]).sources;
    expect(memory).toMatchObject({ fault: { errorClass: 'auth' }, collections: [] });
    await expect(new RecalledSource(source, memory!).binding.open(NEVER)).rejects.toMatchObject({ errorClass: 'auth' });
    expect(source.calls).toEqual(['open']);
  });

  it('says when it cannot be opened for what is new, and is opened anew at the next try', async () => {
    const source = fakeSource(SHOP);
    const memory = await memoryOf(source, [ANN]);
    const later = fakeSource({ ...SHOP, faults: [{ at: 'open', error: new ConnectorError('transient', 'Away.') }] });
    const session = await new RecalledSource(later, memory).binding.open(NEVER);
    await expect(asked(session, TWIN)).rejects.toThrow('Away.');
    expect(told(await asked(session, TWIN))).toContain('match 2');
    const shut = fakeSource({ ...SHOP, faults: [{ at: 'open', error: new ConnectorError('auth', 'No.') }] });
    const other = await new RecalledSource(shut, memory).binding.open(NEVER);
    await Promise.all([expect(asked(other, TWIN)).rejects.toThrow('No.'), other.close()]);
  });

  it('remembers nothing of a source that was not opened', async () => {
    const recorder = new SearchRecorder();
    const binding = recorder.bind(fakeSource(SHOP));
    expect(recorder.memory([]).sources).toEqual([]);
    expect(await (await binding.open(NEVER)).check()).toMatchObject({ system: 'fake' });
    expect(recorder.memory([]).sources).toMatchObject([{ source: 'shop', calls: [] }]);
  });
});
