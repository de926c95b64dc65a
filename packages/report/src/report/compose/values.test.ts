import { describe, expect, it } from '@jest/globals';
import type { FieldSpec, JsonValue } from '@habeas/connector-sdk';
import fc from 'fast-check';
import { REDACTION_REASONS, redactionMark } from '@habeas/core/law';
import { ENGLISH, FRENCH } from '../../../test/sample-report.js';
import { wordsOf } from '../../document/text.js';
import { SHOWN_CHARACTERS, ValueReader } from './values.js';

const english = new ValueReader(ENGLISH, 'Europe/Paris');
const french = new ValueReader(FRENCH, 'Europe/Paris');

function field(type: FieldSpec['type'], more: Partial<FieldSpec> = {}): FieldSpec {
  return { name: 'value', type, ...more };
}

function read(
  type: FieldSpec['type'],
  value: JsonValue | undefined,
  more?: Partial<FieldSpec>,
): readonly [en: string, fr: string] {
  return [
    wordsOf(english.inWords(field(type, more), value)),
    wordsOf(french.inWords(field(type, more), value)).replaceAll('\u00a0', ' '),
  ];
}

describe('codes (FMT-02)', () => {
  const codes = {
    D3: { en: 'vegetarian', fr: 'végétarien' },
    true: { en: 'member', fr: 'adhérent' },
    7: { en: 'seven', fr: 'sept' },
  };

  it('are explained in the language of the page, with the code beside the meaning', () => {
    expect(read('string', 'D3', { codes })).toEqual(['vegetarian (D3)', 'végétarien (D3)']);
    expect(read('integer', 7, { codes })).toEqual(['seven (7)', 'sept (7)']);
    expect(read('boolean', true, { codes })).toEqual(['member (true)', 'adhérent (true)']);
  });

  it('are explained in English where the language of the page has no text, else in any that has one', () => {
    expect(read('string', 'A', { codes: { A: { en: 'active' } } })).toEqual(['active (A)', 'active (A)']);
    expect(read('string', 'A', { codes: { A: { fr: 'actif', de: 'aktiv' } } })).toEqual(['actif (A)', 'actif (A)']);
    expect(read('string', 'A', { codes: { A: { de: 'aktiv', en: 'active' } } })).toEqual(['active (A)', 'active (A)']);
  });

  it('that nobody has explained are shown, and said to be so', () => {
    expect(read('string', 'X9', { codes })).toEqual([
      'X9 (what this code means is not recorded)',
      'X9 (la signification de ce code n’est pas enregistrée)',
    ]);
    expect(read('string', 'toString', { codes })[0]).toContain('not recorded');
    expect(read('boolean', false, { codes })[0]).toContain('false (what this code means');
  });

  it('are none where nothing is', () => {
    expect(read('string', '', { codes })[0]).toBe('');
  });
});

describe('values in words (FMT-01, PER-01)', () => {
  it('are empty for no value', () => {
    expect([read('string', null)[0], read('string', undefined)[0]]).toEqual(['', '']);
  });

  it('are truths', () => {
    expect([read('boolean', true), read('boolean', false)]).toEqual([
      ['yes', 'oui'],
      ['no', 'non'],
    ]);
  });

  it('are days, and times of no zone as the source has them', () => {
    expect(read('date', '2026-03-01')).toEqual(['1 March 2026', '1er mars 2026']);
    expect(read('date', '0000-00-00')[0]).toBe('0000-00-00');
    expect(read('datetime', '2026-03-01 14:05:09')).toEqual(['1 March 2026, 14:05:09', '1er mars 2026, 14:05:09']);
    expect(read('datetime', '2026-02-31 14:05')[0]).toBe('2026-02-31 14:05');
    expect(read('datetime', 'yesterday')[0]).toBe('yesterday');
  });

  it('are instants in the controller’s zone, with what the source has beside them', () => {
    expect(read('timestamp', '2026-02-28T23:30:00Z')).toEqual([
      '1 March 2026, 00:30 2026-02-28T23:30:00Z',
      '1er mars 2026, 00:30 2026-02-28T23:30:00Z',
    ]);
    expect(english.inWords(field('timestamp'), '2026-02-28T23:30:00Z')).toContainEqual({
      text: '2026-02-28T23:30:00Z',
      style: 'code',
    });
    expect(read('timestamp', '2026-03-01')[0]).toBe('1 March 2026');
    expect(read('timestamp', '2026-03-01T10:00')[0]).toBe('1 March 2026, 10:00');
    expect(read('timestamp', 'soon')[0]).toBe('soon');
    expect(read('timestamp', '2026-03-01T99:99:99Z')[0]).toBe('2026-03-01T99:99:99Z');
  });

  it('are structures and numbers as they stand', () => {
    expect(read('json', { a: [1, 'x'] })[0]).toBe('{"a":[1,"x"]}');
    expect(read('decimal', '12.50')[0]).toBe('12.50');
    expect(read('number', 0.5)[0]).toBe('0.5');
  });

  it('are shortened where they are long, and say so; no character is cut in two', () => {
    const long = 'x'.repeat(SHOWN_CHARACTERS + 1);
    expect(read('string', long)).toEqual([
      `${'x'.repeat(SHOWN_CHARACTERS)} … (shortened; whole in the table)`,
      `${'x'.repeat(SHOWN_CHARACTERS)} … (abrégé ; en entier dans le tableau)`,
    ]);
    expect(read('string', 'x'.repeat(SHOWN_CHARACTERS))[0]).toHaveLength(SHOWN_CHARACTERS);
    const cut = `${'x'.repeat(SHOWN_CHARACTERS - 1)}😀`;
    expect(read('string', cut)[0]).toMatch(/^x+ … \(shortened/u);
  });

  it('stay as they are where they are plain texts', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: SHOWN_CHARACTERS, unit: 'grapheme-ascii' }), (text) => {
        expect(read('string', text)[0]).toBe(text);
      }),
    );
  });
});

describe('files (FMT-05)', () => {
  it.each([
    [1, 'a file of 1 byte', 'un fichier de 1 octet'],
    [999, 'a file of 999 bytes', 'un fichier de 999 octets'],
    [1_500, 'a file of 2 kB', 'un fichier de 2 ko'],
    [999_499, 'a file of 999 kB', 'un fichier de 999 ko'],
    [1_250_000, 'a file of 1.3 MB', 'un fichier de 1,3 Mo'],
  ])('are pointed at, with their size: %d bytes', (bytes, en, fr) => {
    const place = [', in the folder of attachments', ', dans le dossier des pièces jointes'] as const;
    expect(read('file', { file: 'f1', bytes })).toEqual([`${en}${place[0]}`, `${fr}${place[1]}`]);
  });

  it('have no size where the source tells none, or something that is no number', () => {
    expect(read('file', { file: 'f1' })).toEqual([
      'a file, in the folder of attachments',
      'un fichier, dans le dossier des pièces jointes',
    ]);
    expect(read('file', { file: 'f1', bytes: 'many' })[0]).toBe('a file, in the folder of attachments');
    expect(read('file', 'scan.png')[0]).toBe('scan.png');
  });

  it('are binary data in the table where they stand in the record', () => {
    expect(read('bytes', 'AAAA')).toEqual([
      'binary data of 3 bytes, in the table',
      'données binaires de 3 octets, dans le tableau',
    ]);
    expect(read('bytes', 'AA==')[0]).toContain('1 byte,');
  });
});

describe('marks (TPD-03)', () => {
  const hiding = french.hiding(new Set(['value']));

  it.each(REDACTION_REASONS)('stand in the language of the page, whichever the copy has: %s', (reason) => {
    const mark = [{ text: redactionMark(reason, 'fr'), style: 'mark' }];
    expect(hiding.inWords(field('string'), redactionMark(reason, 'en'))).toEqual(mark);
    expect(hiding.inWords(field('string'), redactionMark(reason, 'fr'))).toEqual(mark);
  });

  it('look like marks only where something is hidden', () => {
    const text = redactionMark('third_party', 'en');
    expect(french.inWords(field('string'), text)).toBe(text);
    expect(hiding.inWords(field('string'), 'something else')).toBe('something else');
  });
});
