import { describe, expect, it } from '@jest/globals';
import type { Session } from '../src/index.js';
import { everythingOf } from '../src/testing/index.js';
import { subscribers } from './smallest-connector.js';

const rows = [
  { email: 'ann@example.org', topic: 'gardens' },
  { email: 'an@example.org', topic: 'engines' },
];

describe('everything of a person', () => {
  const open = (): Promise<Session> => subscribers.open({ rows }, { source: 'list', signal: new AbortController().signal });

  it('is what an address finds and leads to, by collection', async () => {
    const found = await everythingOf(await open(), 'Ann@example.org');
    expect([...found].map(([name, records]) => [name, records.map(({ data }) => data)])).toEqual([['subscriber', [rows[0]]]]);
    expect(await everythingOf(await open(), 'ann@example.org', [])).toEqual(new Map());
  });

  it('is nothing that a test may rely on where a problem is told', async () => {
    const session = await open();
    const problem = { errorClass: 'not-found', message: 'no answer' } as const;
    const failing: Session = {
      ...session,
      async *locate(query) {
        for await (const item of session.locate(query)) yield item.type === 'located' ? { ...item, problem } : item;
      },
    };
    await expect(everythingOf(failing, 'ann@example.org')).rejects.toThrow();
  });
});
