import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { ParsedDocuments } from './parsed-documents.js';

const document = parse('{ viewer { id } }');
const LARGE = parse(`{ viewer { ${'id '.repeat(30_000)} } }`);

describe('documents that are kept parsed', () => {
  it('are those that were asked last, two hundred at most', async () => {
    const documents = new ParsedDocuments();
    for (let index = 0; index < 200; index += 1) await documents.set(String(index), document);
    expect(await documents.get('0')).toBe(document);
    await documents.set('one more', document);
    expect(await documents.get('0')).toBe(document);
    expect(await documents.get('1')).toBeUndefined();
  });

  it('are none that are large', async () => {
    const documents = new ParsedDocuments();
    await documents.set('large', LARGE);
    expect(await documents.get('large')).toBeUndefined();
  });

  it('can be forgotten', async () => {
    const documents = new ParsedDocuments();
    await documents.set('a', document);
    expect([await documents.delete('a'), await documents.delete('a'), await documents.get('a')]).toEqual([
      true,
      false,
      undefined,
    ]);
  });
});
