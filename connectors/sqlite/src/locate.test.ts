import { afterAll, describe, expect, it } from '@jest/globals';
import type { Match, Session } from '@habeas/connector-sdk';
import { identifier, locateAll, openSession, removeTemporaryDatabases, temporaryDatabase } from './testing/temporary-database.js';

const ANN = identifier('email', 'ann@example.org');

afterAll(removeTemporaryDatabases);

/** A session over one table of texts, numbered from 1, in a column that is declared and indexed in some way. */
function textsIn(
  column: string,
  kind: string,
  texts: readonly (string | number | null)[],
  { index = '', limits = {}, more = '' }: { index?: string; limits?: object; more?: string } = {},
): Promise<Session> {
  const file = temporaryDatabase(`CREATE TABLE person (id INTEGER PRIMARY KEY, value ${column}); ${index};`, (driver) => {
    const insert = driver.prepare('INSERT INTO person (value) VALUES (?)');
    driver.transaction(() => {
      for (const text of texts) insert.run(typeof text === 'number' ? BigInt(text) : text);
    })();
  });
  const map = `dataMap: 1\ncollections: { person: { fields: { id:, value: { identifier: ${kind}${more} } } } }`;
  return openSession(file, map, { limits });
}

/** The rows that were found, and how. They may come in any order. */
const found = (matches: readonly Match[]): readonly string[] =>
  matches.map(({ key, evidence }) => `${key.join()} ${evidence.map(({ how }) => how).join()}`).sort();
const keys = (matches: readonly Match[]): readonly string[] => matches.map(({ key }) => key.join()).sort();

describe('finding an address', () => {
  const SPELLINGS = [
    'ann@example.org',
    'Ann@Example.ORG',
    ' ann@example.org ',
    'Ann Lee <ANN@example.org>',
    'joann@example.org',
    null,
  ];

  it('without an index reads every row, and finds every spelling', async () => {
    const { matches, located } = await locateAll(await textsIn('TEXT', 'email', SPELLINGS), ANN);
    expect(found(matches)).toEqual(['1 equal', '2 equal-fold', '3 equal', '4 normalised']);
    expect(located).toEqual([
      {
        type: 'located',
        collection: 'person',
        outcome: 'complete',
        lookups: [{ kind: 'email', field: 'value', mode: 'scan' }],
        dropped: 1,
      },
    ]);
  });

  it.each([
    ['TEXT COLLATE NOCASE', 'CREATE INDEX i ON person (value)'],
    ['TEXT', 'CREATE INDEX i ON person (lower(value))'],
    ['TEXT, low TEXT GENERATED ALWAYS AS (lower(value)) STORED', 'CREATE INDEX i ON person (low)'],
  ])('in %s by %s finds every letter case', async (column, index) => {
    const session = await textsIn(column, 'email', SPELLINGS, { index, limits: { scanRowLimit: 0 } });
    const { matches, located } = await locateAll(session, ANN);
    expect(found(matches)).toEqual(['1 equal', '2 equal-fold', '3 equal']);
    expect(located).toMatchObject([{ outcome: 'complete', lookups: [{ mode: 'index' }] }]);
  });

  it('by an index that tells letter cases apart finds the usual ones, and says that this is not all', async () => {
    const index = 'CREATE INDEX i ON person (value)';
    const session = await textsIn('TEXT', 'email', [...SPELLINGS, 'aNN@example.org'], { index, limits: { scanRowLimit: 2 } });
    const { matches, located } = await locateAll(session, ANN);
    expect(found(matches)).toEqual(['1 equal', '3 equal']);
    expect(located).toMatchObject([
      {
        outcome: 'partial',
        lookups: [{ mode: 'index' }],
        problem: { errorClass: 'quota', remedy: expect.stringContaining('CREATE INDEX "habeas_person_value_lower"') },
      },
    ]);
    expect(session.collections[0]?.lookups).toEqual([{ kind: 'email', field: 'value', mode: 'index' }]);
  });

  it('in a large table without an index is not tried, and told', async () => {
    const session = await textsIn('TEXT', 'email', SPELLINGS, { limits: { scanRowLimit: 2 } });
    const { matches, located } = await locateAll(session, ANN);
    expect(matches).toEqual([]);
    expect(located).toMatchObject([{ outcome: 'partial', lookups: [{ mode: 'unusable' }] }]);
    expect(session.collections[0]?.lookups).toEqual([{ kind: 'email', field: 'value', mode: 'unusable' }]);
  });

  it('takes an index that holds only some rows for none', async () => {
    const index = "CREATE INDEX i ON person (value) WHERE value > 'b'";
    const { located } = await locateAll(await textsIn('TEXT COLLATE NOCASE', 'email', SPELLINGS, { index }), ANN);
    expect(located).toMatchObject([{ lookups: [{ mode: 'scan' }] }]);
  });

  it('finds domains in both of their forms, and letters in both of theirs', async () => {
    const texts = ['zoé@xn--socit-esab.example', 'zoe\u0301@société.example', 'ZOÉ@SOCIÉTÉ.EXAMPLE', 'zoe@societe.example'];
    const wanted = identifier('email', 'Zoé@société.example');
    for (const index of ['', 'CREATE INDEX i ON person (value)', 'CREATE INDEX i ON person (lower(value))']) {
      const { matches } = await locateAll(await textsIn('TEXT COLLATE NOCASE', 'email', texts, { index }), wanted);
      expect(keys(matches)).toEqual(['1', '2', '3']);
    }
  });

  it('finds each of several addresses in a text, and in a list', async () => {
    const texts = [
      'bob@example.org; Ann <ann@example.org>',
      '["bob@example.org","ann@example.org"]',
      'write to ann@example.org.',
    ];
    const { matches } = await locateAll(await textsIn('TEXT', 'email', texts), ANN);
    expect(found(matches)).toEqual(['1 equal', '2 equal', '3 normalised']);
    expect(matches[0]?.identifiers.map(({ identifier: { exact } }) => exact.reveal())).toEqual([
      'bob@example.org',
      'ann@example.org',
    ]);
    const listed = await locateAll(await textsIn('JSON', 'email', texts.slice(1, 2)), ANN);
    expect(found(listed.matches)).toEqual(['1 equal']);
  });

  it('reads text that is marked as free whole, though it has an index', async () => {
    const session = await textsIn('TEXT COLLATE NOCASE', 'email', ['please ask ann@example.org'], {
      index: 'CREATE INDEX i ON person (value)',
      more: ', freeText: true',
    });
    expect((await locateAll(session, ANN)).matches).toHaveLength(1);
  });

  it('makes candidates of what only the folded key finds', async () => {
    const texts = ['ann@example.org', 'ann+news@example.org', 'ann+@example.net'];
    for (const index of ['', 'CREATE INDEX i ON person (value)']) {
      const session = await textsIn('TEXT COLLATE NOCASE', 'email', texts, { index });
      expect(found((await locateAll(session, ANN)).matches)).toEqual(['1 equal', '2 folded']);
      const tagged = await locateAll(session, identifier('email', 'ann+news@example.org'));
      expect(found(tagged.matches)).toEqual(index === '' ? ['2 equal'] : ['1 folded', '2 equal']);
    }
  });

  it('in another encoding compares what it reads', async () => {
    const file = temporaryDatabase('CREATE TABLE person (id INTEGER PRIMARY KEY, value BLOB)', (driver) => {
      driver
        .prepare('INSERT INTO person VALUES (1, ?), (2, ?), (3, NULL)')
        .run(Buffer.from('zoé@example.org', 'latin1'), Buffer.from('x'));
    });
    const map = 'dataMap: 1\ncollections: { person: { fields: { id:, value: { charset: latin1, identifier: email } } } }';
    const { matches, located } = await locateAll(await openSession(file, map), identifier('email', 'zoé@example.org'));
    expect(found(matches)).toEqual(['1 equal']);
    expect(located[0]?.dropped).toBe(1);
  });
});

describe('finding a phone number', () => {
  const NUMBERS = [
    '06 12 34 56 78',
    '+33612345678',
    '0033 6 12 34 56 78',
    '06.12.34.56.78',
    '06 12 34 56 78 / 01 23 45 67 89',
    '0612345679',
  ];
  const WANTED = identifier('phone', '+33 6 12 34 56 78');

  it('without an index finds every notation', async () => {
    const { matches } = await locateAll(await textsIn('TEXT', 'phone', NUMBERS), WANTED);
    expect(keys(matches)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('in a large table finds the usual notations by an index, and says that this is not all', async () => {
    const index = 'CREATE INDEX i ON person (value)';
    const session = await textsIn('TEXT', 'phone', NUMBERS, { index, limits: { scanRowLimit: 2 } });
    const { matches, located } = await locateAll(session, WANTED);
    expect(keys(matches)).toEqual(['1', '2', '3', '4']);
    expect(located).toMatchObject([{ outcome: 'partial', problem: { remedy: expect.stringContaining('normalised') } }]);
  });

  it('in a number column finds the number without its zeros', async () => {
    const numbers = [612345678, 33612345678, 612345679];
    for (const index of ['', 'CREATE INDEX i ON person (value)']) {
      const { matches, located } = await locateAll(await textsIn('BIGINT', 'phone', numbers, { index }), WANTED);
      expect(keys(matches)).toEqual(['1', '2']);
      expect(located).toMatchObject([{ lookups: [{ mode: index === '' ? 'scan' : 'index' }] }]);
    }
  });

  it('finds one in free text', async () => {
    const { matches } = await locateAll(await textsIn('TEXT', 'phone', ['mobile: 06 12 34 56 78 (evenings)']), WANTED);
    expect(matches).toHaveLength(1);
  });
});

describe('finding an id', () => {
  const id = (text: string): ReturnType<typeof identifier> => identifier('id', text, 'shop');

  it.each(['INTEGER', 'BIGINT', 'NUMERIC', 'REAL', ''])('in a column of type %s compares numbers as numbers', async (column) => {
    const session = await textsIn(column, '{ kind: id, namespace: shop }', [7, 70, 700]);
    for (const [text, expected] of [
      ['7', [[1]]],
      ['007', []],
      ['7abc', []],
      ['99999999999999999999', []],
    ] as const) {
      expect((await locateAll(session, id(text))).matches.map(({ key }) => key)).toEqual(expected);
    }
  });

  it('in a text column compares texts, letter for letter', async () => {
    const texts = ['A7', 'a7', '7', '007', ' A7 ', 'É9', 'E\u03019'];
    const session = await textsIn('TEXT COLLATE NOCASE', '{ kind: id, namespace: shop }', texts);
    expect((await locateAll(session, id('A7'))).matches.map(({ key }) => key)).toEqual([[1]]);
    expect((await locateAll(session, id('7'))).matches.map(({ key }) => key)).toEqual([[3]]);
    expect(keys((await locateAll(session, id('É9'))).matches)).toEqual(['6', '7']);
  });

  it('in a binary column reads hex digits', async () => {
    const file = temporaryDatabase(
      "CREATE TABLE person (id BINARY(2) PRIMARY KEY, name TEXT); INSERT INTO person VALUES (x'00ff', 'Ann'), (x'01ff', 'Bob')",
    );
    const map = 'dataMap: 1\ncollections: { person: { fields: { id: { identifier: { kind: id, namespace: shop } } } } }';
    const session = await openSession(file, map);
    const { matches, located } = await locateAll(session, id('00ff'));
    expect(matches).toMatchObject([{ key: ['00ff'], record: { id: 'AP8=', name: 'Ann' } }]);
    expect(located).toMatchObject([{ lookups: [{ mode: 'exact' }] }]);
    expect((await locateAll(session, id('xyz'))).located).toMatchObject([{ outcome: 'empty' }]);
  });

  it('is not searched under another issuer', async () => {
    const session = await textsIn('INTEGER', '{ kind: id, namespace: shop }', [7]);
    expect(await locateAll(session, identifier('id', '7', 'club'))).toEqual({ matches: [], located: [] });
  });
});

describe('many identifiers and many hits', () => {
  it('are searched in parts and streamed', async () => {
    const texts = Array.from({ length: 1_200 }, () => 'ann@example.org');
    const others = Array.from({ length: 120 }, (_, index) => identifier('email', `stranger${index}@example.org`));
    const { matches, located } = await locateAll(await textsIn('TEXT', 'email', texts), ...others, ANN);
    expect(new Set(matches.map(({ key }) => key[0])).size).toBe(1_200);
    expect(matches).toHaveLength(1_200);
    expect(located).toMatchObject([{ outcome: 'complete', lookups: [{ kind: 'email' }] }]);
  });
});
