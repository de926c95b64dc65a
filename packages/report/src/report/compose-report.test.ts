import { describe, expect, it } from '@jest/globals';
import { loadRegister } from '@habeas/configuration';
import { type Activity, isStated, type Recipient, type Register } from '@habeas/core/law';
import { registerFile, REGISTERS } from '@habeas/example-worlds';
import { articleOf } from '../../test/sample-article.js';
import { SAMPLE_REGISTER } from '../../test/sample-register.js';
import { documentOf, MEMBER, sectionIds, sectionIn, SUBSCRIPTION, wordsIn } from '../../test/sample-report.js';
import { textsIn } from '../../test/texts-in.js';
import { checkDocument } from '../document/check-document.js';
import { collectionOf, type FoundCollection, ID_FIELD, sourceOf } from '../testing/report-world.js';

const LOOSE = collectionOf({ name: 'loose', title: { en: 'Loose ends', fr: 'Reste' } }, [{ id: 1 }, { id: 2 }]);
const LANGUAGES = ['en', 'fr'] as const;

/** A text that no person should have to read. */
const AWKWARD = {
  en: /undefined|\[object|[{}]|\.\.| {2}|\s[;:,.?!]|: \./u,
  fr: /undefined|\[object|[{}]|\.\.| {2}|\s[,.]/u,
};

describe('a report as a whole (FMT-03)', () => {
  it('has the answer first, then what is done with the data, the rights, the search, and the data', async () => {
    expect(sectionIds(await documentOf([MEMBER, SUBSCRIPTION, LOOSE]))).toEqual([
      ...['answer', 'summary', 'activities', 'activity-membership', 'activity-newsletter', 'unassigned-data', 'request-file'],
      ...['rights', 'complaint', 'search', 'data', 'data-crm', 'table-crm-1', 'table-crm-2', 'data-letters', 'table-letters-1'],
    ]);
  });

  it('has less to say where nothing is held', async () => {
    const nothing = collectionOf({ name: 'member', activity: 'membership' }, []);
    expect(sectionIds(await documentOf([nothing]))).toEqual([
      'answer',
      'activities',
      'request-file',
      'rights',
      'complaint',
      'search',
      'data',
    ]);
  });

  it('is of the day of the search, in the controller’s time zone, and by the controller', async () => {
    expect(await documentOf([MEMBER])).toMatchObject({
      language: 'en',
      date: '2026-11-29',
      author: 'Example Association',
      title: 'Your personal data held by Example Association',
    });
  });

  it('is the same for the same request', async () => {
    expect(await documentOf([MEMBER, SUBSCRIPTION])).toEqual(await documentOf([MEMBER, SUBSCRIPTION]));
  });

  it('says the same in each language, part by part (PER-01)', async () => {
    const [english, french] = await Promise.all(
      LANGUAGES.map((language) => documentOf([MEMBER, SUBSCRIPTION, LOOSE], { language })),
    );
    expect(french && sectionIds(french)).toEqual(english && sectionIds(english));
    const count = (document: typeof english): number => (document === undefined ? 0 : textsIn(document).length);
    expect(count(french)).toBe(count(english));
    // Days, names and what stands in records are the same in both; nothing else is.
    const own = new Set(english === undefined ? [] : textsIn(english));
    const same = (french === undefined ? [] : textsIn(french)).filter((text) => own.has(text) && / .* .* /u.test(text));
    expect(same.filter((text) => !/Example|dpo@|^\+33|^https:/u.test(text))).toEqual([]);
  });

  it('says what nobody has assigned to an activity, and what cannot be said of it', async () => {
    const section = sectionIn(await documentOf([LOOSE]), 'unassigned-data');
    expect(wordsIn(...section.blocks)).toEqual([
      expect.stringContaining('we cannot tell you what they are used for'),
      'Loose ends, in Customer database (2 records)',
    ]);
    expect(sectionIds(await documentOf([MEMBER]))).not.toContain('unassigned-data');
  });
});

/** A record in each activity of a register, and one in none. */
function inAllOf({ activities }: Register): readonly FoundCollection[] {
  const everywhere = Object.keys(activities).map((activity) => {
    const fields = [ID_FIELD, { name: 'note', type: 'string', special: true }] as const;
    return collectionOf(
      { name: activity, activity, fields },
      [{ id: 1, note: 'x' }],
      sourceOf(`source-${activity.replaceAll('_', '-')}`),
    );
  });
  return [...everywhere, LOOSE];
}

describe.each(REGISTERS)('a report by the register of %s', (name) => {
  const { register } = loadRegister(registerFile(name));
  const found = inAllOf(register);

  it.each(LANGUAGES)('is a document without a fault and without an awkward text, in %s (PER-01)', async (language) => {
    const document = await documentOf(found, { register, language });
    expect(() => {
      checkDocument(document);
    }).not.toThrow();
    expect(textsIn(document).filter((text) => AWKWARD[language].test(text))).toEqual([]);
  });

  it('tells every activity and every stated purpose of it (REP-02, REP-08)', async () => {
    const document = await documentOf(found, { register });
    for (const [id, activity] of Object.entries(register.activities).filter(([, { role }]) => role.is !== 'processor')) {
      const words = wordsIn(sectionIn(document, `activity-${id.replaceAll('_', '-')}`)).join('\n');
      for (const { title } of Object.values(activity.purposes ?? {}).filter(isStated)) expect(words).toContain(title.en);
    }
  });

  it('has the same information for programs, as its schema wants it', async () => {
    for (const language of LANGUAGES) {
      const article = await articleOf(found, { register }, language);
      expect(article['dataDisclosed']).toHaveLength(Object.keys(register.activities).length + 1);
    }
  });
});

describe('what the register only assumes (PRF-03)', () => {
  const supposed = { en: 'SUPPOSED', fr: 'SUPPOSED' };
  const title = { en: 'Members', fr: 'Adhérents' };
  const recipient: Recipient = {
    title,
    name: 'Example Hosting',
    role: 'processor',
    location: { in: ['US'], assumed: true },
    safeguard: { type: 'derogation', text: supposed, copyFrom: 'SUPPOSED', assumed: true },
  };
  const activity: Activity = {
    title,
    role: { is: 'controller', assumed: true },
    purposes: {
      known: { title, bases: [{ basis: 'legitimate_interest', interest: supposed, assumed: true }] },
      supposed: { title: supposed, assumed: true, bases: [{ basis: 'consent' }] },
    },
    article9: [{ condition: 'f', assumed: true }],
    collectedFrom: [{ title: supposed, assumed: true }],
    recipients: ['known', 'supposed'],
    retention: [
      {
        anchor: ['membership.endedAt'],
        period: { length: 'P7Y', assumed: true },
        criterion: { text: supposed, assumed: true },
        overrides: [{ because: 'legal_obligation', law: 'SUPPOSED', length: 'P10Y', assumed: true }],
      },
    ],
    adm: { level: 'profiling', logic: supposed, assumed: true },
  };
  const register: Register = {
    ...SAMPLE_REGISTER,
    contacts: {
      dpo: { name: 'SUPPOSED', email: 'supposed@association.example', assumed: true },
      rightsChannels: [{ type: 'post', value: 'SUPPOSED', assumed: true }],
    },
    recipients: { known: recipient, supposed: { title: supposed, name: 'SUPPOSED', role: 'group', assumed: true } },
    activities: { membership: activity },
  };

  it.each(LANGUAGES)('is told nowhere, in %s', async (language) => {
    const told = textsIn(await documentOf([MEMBER], { register, language })).join('\n');
    const machine = JSON.stringify(await articleOf([MEMBER], { register }, language));
    expect(`${told}${machine}`).not.toMatch(/supposed|P7Y|7 (?:years|ans)|United States|États-Unis|9\(2\)\(f\)|profil/iu);
    expect(told.match(/has not stated|n’a pas indiqué/gu)?.length).toBeGreaterThan(4);
  });
});
