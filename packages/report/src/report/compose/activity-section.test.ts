import { describe, expect, it } from '@jest/globals';
import type { Activity } from '@habeas/core/law';
import type { ReportKey, ReportLanguage } from '../../catalogue/report.js';
import { membershipWith, SAMPLE_REGISTER } from '../../../test/sample-register.js';
import { documentOf, factIn, MEMBER, sectionIn, SUBSCRIPTION, wordsIn } from '../../../test/sample-report.js';
import { collectionOf, type FoundCollection, ID_FIELD } from '../../testing/report-world.js';

type Changes = Parameters<typeof membershipWith>[0];

async function told(term: ReportKey, changes: Changes = {}, found: FoundCollection = MEMBER): Promise<readonly string[]> {
  return factIn(sectionIn(await documentOf([found], { register: membershipWith(changes) }), 'activity-membership'), term);
}

async function toldInFrench(term: ReportKey, changes: Changes = {}): Promise<readonly string[]> {
  const document = await documentOf([MEMBER], { register: membershipWith(changes), language: 'fr' });
  return factIn(sectionIn(document, 'activity-membership'), term, 'fr').map((text) => text.replaceAll('\u00a0', ' '));
}

const title = { en: 'Managing members', fr: 'Gestion des adhérents' };

describe('the part of an activity (REP-02)', () => {
  it('is called as the register calls it, and counts the records', async () => {
    const { title: heading, blocks } = sectionIn(await documentOf([MEMBER]), 'activity-membership');
    expect([heading, ...wordsIn(...blocks).slice(0, 1)]).toEqual(['Membership', 'We hold 1 record about you for this.']);
    const french = sectionIn(await documentOf([MEMBER], { language: 'fr' }), 'activity-membership');
    expect(wordsIn(french).slice(0, 2)).toEqual([
      'Adhésion',
      'Nous détenons 1 enregistrement vous concernant pour cette activité.',
    ]);
  });

  it('has each of the items of Art. 15(1)(a) to (h), also where nothing is stated (PRF-03)', async () => {
    const silent: Activity = { title, role: { is: 'controller' } };
    const register = { ...SAMPLE_REGISTER, activities: { membership: silent } };
    const section = sectionIn(await documentOf([MEMBER], { register }), 'activity-membership');
    expect(factIn(section, 'activity.purposes')).toEqual(['The controller has not stated what for.']);
    expect(factIn(section, 'activity.categories')).toEqual(['Number, Name and Left']);
    expect(factIn(section, 'activity.recipients')).toEqual(['The controller has not stated who receives them.']);
    expect(factIn(section, 'activity.retention')).toEqual([
      'Members (1 record): The controller has not stated how long this is kept.',
    ]);
    expect(factIn(section, 'activity.origin')).toEqual(['Where the data came from is not recorded.']);
    expect(factIn(section, 'activity.decisions')).toEqual(['The controller has not stated whether there are any.']);
    expect(factIn(section, 'activity.portable')).not.toEqual([]);
  });
});

describe('purposes (REP-08)', () => {
  it('stand with their bases and the interest that is pursued', async () => {
    expect(await told('activity.purposes')).toEqual([
      'Managing memberships: it is needed for a contract with you, or to prepare one (Art. 6(1)(b) GDPR). Or: a law obliges us (Art. 6(1)(c) GDPR).',
      'Statistics: a legitimate interest (Art. 6(1)(f) GDPR): Knowing our members.',
    ]);
    expect(await toldInFrench('activity.purposes')).toEqual([
      'Gestion des adhésions : nécessaire à un contrat avec vous ou à sa préparation (article 6, § 1, point b), du RGPD). Ou : une loi nous y oblige (article 6, § 1, point c), du RGPD).',
      'Statistiques : intérêt légitime (article 6, § 1, point f), du RGPD) : Connaître nos adhérents.',
    ]);
  });

  it.each([
    ['consent', 'you agreed to it (Art. 6(1)(a) GDPR).'],
    ['explicit_consent', 'you expressly agreed to it (Art. 6(1)(a) and 9(2)(a) GDPR).'],
    ['vital', 'it protects somebody’s life (Art. 6(1)(d) GDPR).'],
    ['public_task', 'it is a task in the public interest (Art. 6(1)(e) GDPR).'],
    ['legitimate_interest', 'a legitimate interest (Art. 6(1)(f) GDPR), which the controller has not named.'],
  ] as const)('tell the basis in words: %s', async (basis, words) => {
    expect(await told('activity.purposes', { purposes: { one: { title, bases: [{ basis }] } } })).toEqual([
      `Managing members: ${words}`,
    ]);
  });

  it('say where the basis is not stated', async () => {
    const lines = await told('activity.purposes', { purposes: { one: { title } } });
    expect(lines).toEqual(['Managing members: the controller has not stated the legal basis.']);
  });

  it('that the person has not agreed to are told as such, and are not "unstated"', async () => {
    const found = collectionOf(
      { name: 'member', activity: 'membership', fields: [ID_FIELD, { name: 'yes', type: 'boolean', consentTo: 'one' }] },
      [{ id: 1, yes: false }],
    );
    const changes: Changes = { purposes: { one: { title, bases: [{ basis: 'consent' }] } } };
    expect(await told('activity.purposes', changes, found)).toEqual([
      'By your records, you have not agreed to: Managing members.',
    ]);
    const two: Changes = { purposes: { ...changes.purposes, two: { title: { en: 'Cards', fr: 'Cartes' } } } };
    expect(await told('activity.purposes', two, found)).toHaveLength(2);
  });
});

describe('categories of data (Art. 15(1)(b))', () => {
  const found = collectionOf(
    {
      name: 'member',
      activity: 'membership',
      fields: [
        ID_FIELD,
        { name: 'diet', type: 'string', title: { en: 'Diet', fr: 'Régime' }, special: true },
        { name: 'fax', type: 'string', title: { en: 'Fax', fr: 'Télécopie' } },
        { name: 'raw', type: 'string' },
      ],
    },
    [{ id: 1, diet: 'vegetarian', fax: '', raw: 'x' }],
  );

  it('are those of fields in which the person has something, each once', async () => {
    expect((await told('activity.categories', {}, found))[0]).toBe('Number, Diet and raw');
    const twice = await documentOf([MEMBER, { ...MEMBER, spec: { ...MEMBER.spec, name: 'copy' } }]);
    expect(factIn(sectionIn(twice, 'activity-membership'), 'activity.categories')).toEqual(['Number, Name and Left']);
  });

  it('tell those that the law protects especially, and under which condition they are held (SPC-02)', async () => {
    const article9 = [{ condition: 'a' }, { condition: 'f' }] as const;
    expect((await told('activity.categories', { article9 }, found))[1]).toBe(
      'Some of them are of a kind that the law protects especially, such as data on health or beliefs: Diet. We may hold them on this ground: your explicit consent (Art. 9(2)(a) GDPR) and legal claims (Art. 9(2)(f) GDPR).',
    );
    expect((await told('activity.categories', {}, found))[1]).toMatch(
      /has not stated which exception of Art\. 9\(2\) GDPR lets it hold them\.$/u,
    );
  });
});

describe('recipients of an activity (REP-03)', () => {
  it('are those outside: staff and authorities in an inquiry are none', async () => {
    const lines = await told('activity.recipients');
    expect(lines).toEqual(['Example Hosting (Hosting; works for us and on our instructions; countries: France and Norway).']);
    expect(await told('activity.recipients', { recipients: ['staff', 'police'] })).toEqual(['Nobody outside the organisation.']);
  });
});

describe('data that another controller answers for (INT-07)', () => {
  const client = { en: 'Client Ltd.', fr: 'Société cliente' };

  async function note(onBehalfOf: Activity['onBehalfOf'], language: ReportLanguage = 'en'): Promise<readonly string[]> {
    const register = membershipWith({ role: { is: 'processor' }, onBehalfOf });
    const section = sectionIn(await documentOf([MEMBER], { register, language }), 'activity-membership');
    expect(section.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'note']);
    return wordsIn(...section.blocks).slice(1);
  }

  it('have that controller in the place of all else', async () => {
    const [heading, text] = await note(client);
    expect(heading).toBe('Another organisation answers for these data');
    expect(text).toMatch(/^We hold these data only on behalf of somebody else: Client Ltd\. They decide/u);
    expect((await note(client, 'fr'))[1]).toContain('pour le compte d’autrui\u00a0: Société cliente. C’est lui');
  });

  it('say where it is not recorded who that is', async () => {
    expect((await note(undefined))[1]).toContain('Please ask us who that is');
  });
});

describe('two activities', () => {
  it('have a part each, by an id that a page can have', async () => {
    const activities = {
      member_ship: SAMPLE_REGISTER.activities['membership'] as Activity,
      newsletter: SAMPLE_REGISTER.activities['newsletter'] as Activity,
    };
    const moved = { ...MEMBER, spec: { ...MEMBER.spec, activity: 'member_ship' } };
    const document = await documentOf([moved, SUBSCRIPTION], { register: { ...SAMPLE_REGISTER, activities } });
    expect(sectionIn(document, 'activity-member-ship').title).toBe('Membership');
    expect(sectionIn(document, 'activity-newsletter').title).toBe('Newsletter');
  });
});
