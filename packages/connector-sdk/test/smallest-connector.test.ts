import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { toIdentifier } from '../src/index.js';
import { subscribers } from './smallest-connector.js';

const rows = [
  { email: 'Ann@example.org', topic: 'gardens' },
  { email: 'an@example.org', topic: 'engines' },
];

async function collect<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const collected: T[] = [];
  for await (const item of stream) collected.push(item);
  return collected;
}

describe('the connector in the README', () => {
  it('is the one that runs here', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const code = readFileSync(new URL('smallest-connector.ts', import.meta.url), 'utf8');
    expect(readme).toContain(code.replace('../src/index.js', '@habeas/connector-sdk'));
  });

  it('finds the one person and reads what is theirs', async () => {
    const session = await subscribers.open({ rows }, { source: 'list', signal: new AbortController().signal });
    const ann = toIdentifier('email', 'ann@example.org');
    const found = await collect(session.locate({ identifiers: ann === undefined ? [] : [ann] }));
    expect(found.map(({ type }) => type)).toEqual(['match', 'located']);
    const roots = found.flatMap((item) => (item.type === 'match' ? [item] : []));
    expect(await collect(session.read({ collection: 'subscriber', roots, want: 'records' }))).toMatchObject([
      { type: 'records', records: [{ key: ['Ann@example.org'], data: { topic: 'gardens' } }] },
      { type: 'done', outcome: 'complete', count: 1 },
    ]);
    await session.close();
  });

  it('stops when it is told to', async () => {
    const session = await subscribers.open({ rows }, { source: 'list', signal: AbortSignal.abort() });
    await expect(collect(session.locate({ identifiers: [] }))).rejects.toMatchObject({ errorClass: 'aborted' });
  });

  it('says that somebody is not there', async () => {
    const session = await subscribers.open({ rows }, { source: 'list', signal: new AbortController().signal });
    expect(await collect(session.locate({ identifiers: [] }))).toMatchObject([{ type: 'located', outcome: 'empty' }]);
    expect(await collect(session.read({ collection: 'subscriber', roots: [], want: 'records' }))).toMatchObject([
      { type: 'done', outcome: 'empty', count: 0 },
    ]);
    expect((await session.check()).readOnly).toBe('proved');
  });
});
