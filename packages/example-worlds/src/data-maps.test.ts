import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseDataMap } from '@habeas/connector-sdk';
import { DATA_MAPS, dataMapFile } from './data-maps.js';

const maps = DATA_MAPS.map((name) => {
  const file = dataMapFile(name);
  return { name, ...parseDataMap(readFileSync(file, 'utf8'), file) };
});

it('lists every data map that is there', () => {
  const files = readdirSync(dirname(dataMapFile('flat'))).map((file) => file.replace('.map.yaml', ''));
  expect([...DATA_MAPS].sort()).toEqual(files.sort());
});

describe.each(maps)('the data map $name', ({ name, map }) => {
  const personal = Object.entries(map.collections).filter(([, { personal: kind }]) => kind === 'subject');

  it('says which activity every personal collection serves, and why the others hold nobody', () => {
    expect(personal.filter(([, { activity }]) => activity === undefined)).toEqual([]);
    const others = Object.values(map.collections).filter(({ personal: kind }) => kind === 'none');
    expect(others.filter(({ reason }) => reason === undefined)).toEqual([]);
  });

  it('reaches every personal collection, by an identifier or through an owner', () => {
    const isReached = ([, { fields, references }]: (typeof personal)[number]): boolean =>
      Object.values(fields).some(({ identifier }) => identifier !== undefined) ||
      Object.values(references).some(({ as }) => as === 'owned');
    expect(personal.filter((entry) => !isReached(entry)).map(([collection]) => collection)).toEqual([]);
  });

  // The generated and the large worlds are for machines: nobody reads their archives.
  const isForPeople = !/^(?:generated|large|flat)/u.test(name);
  const fields = personal.flatMap(([collection, spec]) =>
    Object.entries(spec.fields).map(([field, value]) => ({ ...value, name: `${collection}.${field}` })),
  );
  (isForPeople ? it : it.skip)('names every field in English and French, and says where it comes from', () => {
    const known = fields.filter(({ secret }) => !secret);
    expect(
      known.filter(({ title }) => !['en', 'fr'].every((language) => language in (title ?? {}))).map((field) => field.name),
    ).toEqual([]);
    expect(known.filter(({ origin }) => origin === undefined).map((field) => field.name)).toEqual([]);
  });

  it('tells in English and French what every code means (FMT-02)', () => {
    const meanings = fields.flatMap(({ name: field, codes = {} }) =>
      Object.entries(codes).map(([code, texts]) => ({ texts, code: `${field} ${code}` })),
    );
    expect(meanings.filter(({ texts }) => !('en' in texts && 'fr' in texts)).map(({ code }) => code)).toEqual([]);
  });

  (isForPeople ? it : it.skip)('is called by a name in English and French, and so is every collection', () => {
    const titles = [map.title, ...Object.values(map.collections).map(({ title }) => title)];
    expect(titles.filter((title = {}) => !('en' in title && 'fr' in title))).toEqual([]);
  });

  it('gives every identifier that is not a number a category of the Data Privacy Vocabulary', () => {
    const bare = fields.filter(
      ({ identifier, category }) =>
        identifier !== undefined && identifier.kind !== 'id' && !/^pd:[A-Z]\w+$/u.test(category ?? ''),
    );
    expect(bare.map((field) => field.name)).toEqual([]);
  });
});
