import { describe, expect, it } from '@jest/globals';
import { redactionMark, REDACTION_REASONS, type ThirdPartyKind } from '@habeas/core/law';
import fc from 'fast-check';
import { thirdPartyDetector } from './detector.js';

const subject = {
  names: ['Claire Moreau'],
  emails: ['claire.moreau@example.org'],
  phones: ['06 39 98 00 11'],
  ids: ['269054958815780', 'FR76 3000 6000 0112 3456 7890 189'],
};
const detect = thirdPartyDetector({ subject });
/** What was found, as `kind:text`. */
const found = (text: string): readonly string[] =>
  detect(text).map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`);
const of = (kind: ThirdPartyKind, ...texts: readonly string[]): readonly string[] => texts.map((text) => `${kind}:${text}`);

describe('thirdPartyDetector', () => {
  it('TPD-06 queues the note of the requirement: "called by Mrs X 06…"', () => {
    expect(found('called by Mrs Xerxes 06 39 98 12 34')).toEqual(['name:Mrs Xerxes', 'phone:06 39 98 12 34']);
    expect(detect('called by Mrs Xerxes').map(({ why, confidence }) => [why, confidence > 0.9])).toEqual([['title', true]]);
  });

  it.each([
    '06 39 98 12 34', '06.39.98.12.34', '06-39-98-12-34', '06/39/98/12/34', '0639981234', '+33 6 39 98 12 34', '+33(0)6 39 98 12 34', '0033639981234',
    '020 7946 0123', '(020) 7946 0123', '07700 900123', '07700900123', '+44 7700 900 123', '00447700900123', '0161 496 0345', '+49 30 901820', '33639981234', '(555) 555-0123',
  ])('TPD-06 finds the phone number %s', (phone) => {
    expect(found(`rappeler au ${phone}, merci`)).toEqual(of('phone', phone));
  }); // prettier-ignore

  it('TPD-06 finds numbers of any form behind a word for phones, and several in a row', () => {
    expect(found('tél : 470 12 34 56')).toEqual(of('phone', '470 12 34 56'));
    expect(found('06 39 98 12 34/06 39 98 12 35')).toEqual(of('phone', '06 39 98 12 34', '06 39 98 12 35'));
  });

  it.each([
    'le 12/05/2023 à 10h30', 'du 01/02/23 10:30 au 03/02/23', '2023-05-12 10:30', 'commande 0639981234', 'order #0044556677', 'SIRET 012 345 678 00012',
    'né le 12051988', 'total 1 234 567,00 €', 'ref. 0639981234', 'v1.2.3.4', 'AB0639981234',
  ])('TPD-06 does not take "%s" for a phone number', (text) => {
    expect(found(text)).toEqual([]);
  }); // prettier-ignore

  it.each([
    ['iban', 'GB82 WEST 1234 5698 7654 32'], ['iban', 'DE89370400440532013000'], ['iban', 'be84 9990 0001 2345'],
    ['national-id', '1 85 05 78 006 084 91'], ['national-id', '185057800608491'], ['national-id', '182092B03307752'], ['national-id', 'AB 12 34 56 C'], ['national-id', 'QQ123456C'],
    ['national-id', '85.07.30-003.58'], ['national-id', '00010200370'], ['national-id', '12345678Z'], ['national-id', 'X1234567L'], ['national-id', '756.1234.5678.97'], ['national-id', 'RSSMRA85T10A562S'],
  ] as const)('TPD-06 finds the %s %s', (kind, code) => {
    expect(found(`voir ${code} svp`)).toEqual(of(kind, code));
  }); // prettier-ignore

  it.each(['GB82 WEST 1234 5698 7654 33', '1 85 05 78 006 084 92', 'DF 12 34 56 C', '12345678A', 'X1234567M', '756.1234.5678.98', 'RSSMRA85T10A562T', '85.07.30-003.59'])(
    'TPD-06 takes no code whose check digits disagree: %s',
    (code) => {
      expect(found(`voir ${code} svp`).filter((hit) => !hit.startsWith('name'))).toEqual([]);
    },
  ); // prettier-ignore

  it('TPD-06 takes numbers that many look like only where a word says what they are', () => {
    expect(found('NHS 943 476 5919')).toEqual(of('national-id', '943 476 5919'));
    expect(found('n° sécu 1 85 05 78 006 084')).toEqual(of('national-id', '1 85 05 78 006 084'));
    expect(found('SSN 219-09-9999')).toEqual(of('national-id', '219-09-9999'));
    expect(found('943 476 5918')).toEqual([]);
  });

  it.each([
    'julie.durand@example.org',
    'Julie+news@mail.example',
    'léa@exemple.example',
    'j_d@sub.example.test',
    'julie(at)example.org',
  ])('TPD-06 finds the address %s', (email) => {
    expect(found(`écrire à <${email}>, merci.`)).toEqual(of('email', email));
  });

  it.each([
    ['vu avec sa soeur Julie ce jour', 'Julie'], ['her husband Zoltan came', 'Zoltan'], ['DUPONT Ghislaine a payé', 'DUPONT Ghislaine'], ['mme durand a appelé', 'mme durand'],
    ['Mme de La Rochère viendra', 'Mme de La Rochère'], ['approved by J. Hargreaves', 'J. Hargreaves'], ['vu avec Émeline R. hier', 'Émeline R.'], ['Shaz called again', 'Shaz'],
    ['rappeler julie durand', 'julie durand'], ['APPELER MME ROUX SANS FAUTE', 'MME ROUX'], ['Zorica (zorica@mail.example)', 'Zorica'], ["l'infirmière Xan passera", 'Xan'],
    ['SMITH, John listed', 'SMITH, John'], ['Will Smith left', 'Will Smith'], ['Emma Hill left', 'Emma Hill'], ["Julie's brother", 'Julie'], ['dit que Langlois ment', 'Langlois'],
    ['KOVACZ Zoltan présent', 'KOVACZ Zoltan'], ['spoke to Grace about it', 'Grace'], ['message from Xu Yin', 'Xu Yin'], ['son fils pierre est là', 'pierre'],
    ["Mr O'Neill-Byrne rang", "Mr O'Neill-Byrne"], ['Durand a bien appelé', 'Durand'], ['appel reçu de Kwabena', 'Kwabena'],
  ] as const)('TPD-06 finds the name in "%s"', (text, name) => {
    expect(found(text).filter((hit) => hit.startsWith('name'))).toEqual(of('name', name));
  }); // prettier-ignore

  it('TPD-06 finds who stands beside a name', () => {
    expect(found('avec Sébastien et Xorane')).toEqual(of('name', 'Sébastien', 'Xorane'));
    expect(found('le groupe: Xorane/Julie')).toEqual(of('name', 'Xorane', 'Julie'));
  });

  it.each([
    'habite rue Jean Moulin', 'avenue du Docteur Roux', 'rue de Gaulle', 'lives in Victoria Road', 'works at Durand & Fils', 'contrat Julie Durand Consulting', 'a dog called Rosie',
    'Monsieur le Maire a signé', 'Madame la directrice valide', 'Rendez-vous Lundi à Nancy', 'her mum will call', 'réglé par Stripe', 'achat John Deere', 'NOTE URGENT RAS OK',
    'told me so', 'Grace period of ten days', 'Mark it as done', 'Badge has expired', 'St Mary surgery', 'Jasmin2024', 'Emma Road works', 'Durand and Sons Ltd', '', '   \n',
  ])('TPD-06 finds nobody in "%s"', (text) => {
    expect(found(text)).toEqual([]);
  }); // prettier-ignore

  it('TPD-06 joins nothing over the end of a line or over an address', () => {
    expect(found('Julie\nDurand')).toEqual(of('name', 'Julie', 'Durand'));
    expect(found('Julie j@example.org Durand')).toEqual(['name:Julie', 'email:j@example.org', 'name:Durand']);
  });

  it.each([
    'Claire Moreau', 'MOREAU Claire', 'claire', 'Mme Moreau', 'C. Moreau', 'Claire M.', 'Moreau, Claire', 'clairè moreau', 'CLAIRE.MOREAU@EXAMPLE.ORG', 'claire.moreau+news@example.org', 'claire.moreau(at)example.org',
    '06.39.98.00.11', '+33639980011', '0033 6 39 98 00 11', '+33 (0)6 39 98 00 11', 'tel 6 39 98 00 11', '2 69 05 49 588 157 80', 'fr7630006000011234567890189',
  ])('TPD-06 never takes the subject for another: %s', (own) => {
    expect(found(`vu avec ${own}`)).toEqual([]);
    expect(found(own)).toEqual([]);
  }); // prettier-ignore

  it('TPD-06 reads national numbers in the regions it is told', () => {
    const belgian = thirdPartyDetector({ subject: { ...subject, phones: ['+32 470 12 34 56'] }, phoneRegions: ['BE'] });
    expect(belgian('gsm 0470 12 34 56')).toEqual([]);
    expect(belgian('gsm 0470 12 34 57')).toHaveLength(1);
  });

  it.each(['en', 'fr'] as const)('TPD-06 finds nothing in the marks of a redaction (%s)', (language) => {
    expect(REDACTION_REASONS.flatMap((reason) => found(`vu avec ${redactionMark(reason, language)}`))).toEqual([]);
  });
});

describe('thirdPartyDetector, over any text', () => {
  const pieces = fc.constantFrom(
    ...'Julie|Durand|DUPONT|Mme|M.|Dr|de|La|sa soeur|rue|@|.|,|\n| |06 39 98 12 34|+33|0|a@example.org|FR76|GB82 WEST 1234 5698 7654 32|Claire|Moreau|J.|et|😀|é|(at)|’s|d’|-|/|x'.split(
      '|',
    ),
  );
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.array(pieces, { maxLength: 25 }).map((all) => all.join(' ')), fc.array(pieces, { maxLength: 25 }).map((all) => all.join(''))); // prettier-ignore

  it('TPD-06 gives spans that lie in the text, in order, and never overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end, confidence } of detect(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(confidence > 0 && confidence <= 1).toBe(true);
          last = end;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('TPD-06 flags no identifier of the subject, whoever it is and whatever surrounds it', () => {
    const phone = fc.integer({ min: 0, max: 9_999 }).map((number) => `063998${String(number).padStart(4, '0')}`);
    const spelled = (number: string): readonly string[] => [
      number,
      `+33 ${number.slice(1)}`,
      `0033${number.slice(1)}`,
      number.replace(/(\d\d)(?=\d)/gu, '$1.'),
    ];
    fc.assert(
      fc.property(phone, fc.constantFrom('tel ', 'vu ', '', 'rappeler: '), (number, before) => {
        const own = thirdPartyDetector({ subject: { names: [], emails: [], phones: [number], ids: [] } });
        expect(spelled(number).flatMap((spelling) => own(`${before}${spelling} ok`))).toEqual([]);
      }),
    ); // prettier-ignore
  });

  it.each(['0 ', 'a@', '@', '(at)', 'Aa', 'Julie Durand ', 'M. ', 'de ', 'A.', '+33 6 ', '06 39 98 ', 'FR76 ', "l'", '-', ' '])(
    'TPD-06 stays linear on twenty thousand times "%s"',
    (piece) => {
      // Work that grows faster than the text would not end in time; this is no measurement of speed.
      expect(detect(piece.repeat(20_000)).length).toBeLessThanOrEqual(40_000);
    },
    20_000,
  );
});
