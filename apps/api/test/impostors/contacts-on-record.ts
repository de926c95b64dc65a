import { expect } from '@jest/globals';
import type { AskedRequest, Impostor } from './impostor.js';
import type { Attack, Stage } from './stage.js';
import { OWN, VICTIM } from './victims.js';

type Fields = Readonly<Record<string, string>>;

const NUMBER = { customerNumber: VICTIM.customerNumber };
const NAME = { givenName: VICTIM.givenName, familyName: VICTIM.familyName };

/** What is given without an address, and leads to records of more than one person, or to none: nobody is written to. */
const FOR_A_PERSON: readonly (readonly [title: string, fields: Fields, probe: string])[] = [
  ['one’s own telephone beside the number of somebody else brings no code', { ...NUMBER, phone: OWN.phone }, 'several_people'],
  [
    'one’s own name beside the number of somebody else brings no code',
    { ...NUMBER, givenName: 'Max', familyName: 'Mallory' },
    'several_people',
  ],
  ['the name of somebody else beside one’s own telephone brings no code', { phone: OWN.phone, ...NAME }, 'several_people'],
  [
    'a telephone of somebody else among one’s others brings no code',
    { phone: OWN.phone, otherPhones: VICTIM.phone },
    'several_people',
  ],
  ['a number that is nobody’s brings no code', { customerNumber: '49999', ...NAME }, 'no_record'],
  ['a number with a wildcard of a database brings no code', { customerNumber: '4900%' }, 'no_record'],
];

const forAPerson: readonly Attack[] = FOR_A_PERSON.map(([title, fields, probe]) => ({
  title,
  run: async (stage, impostor) => {
    const asked = await impostor.ask(fields);
    expect(await stage.goAsFarAsItGoes(impostor, asked)).toBe('received');
    expect(await probeOf(stage, asked)).toBe(probe);
    expect(impostor.mails()).toEqual([]);
  },
}));

const codes: readonly Attack[] = [
  {
    title: 'a code for one’s own record is none for that of somebody else',
    victimGets: ['code'],
    run: async (stage, impostor) => {
      const [own, theirs] = [await impostor.ask({ phone: OWN.phone }), await impostor.ask(NUMBER)];
      await stage.settled(own.id);
      await stage.settled(theirs.id);
      await theirs.browser.post(`${theirs.follow}/prove`, { code: String(impostor.codeFor(own)) });
      expect(await stage.settled(theirs.id)).toBe('received');
    },
  },
  {
    title: 'the codes that were drawn for nobody are not told anywhere',
    run: async (stage, impostor) => {
      const asked = await impostor.ask({ customerNumber: '49999' });
      await stage.settled(asked.id);
      const bodies = impostor.texts().map((text) => text.slice(text.indexOf('\n\n')).replaceAll(asked.claimCode, ''));
      for (const body of bodies) expect(/\b\d{8}\b/u.exec(body)).toBeNull();
      expect(impostor.mails()).toEqual([]);
    },
  },
];

/** What an impostor gets to see who gives a number: every answer, with what is drawn for each request taken out. */
async function answersTo(stage: Stage, impostor: Impostor, fields: Fields): Promise<readonly string[]> {
  const asked = await impostor.ask(fields);
  const before = impostor.texts().length;
  await stage.settled(asked.id);
  for (const path of ['', '/prove', '/not-me', '/withdraw']) await asked.browser.open(`${asked.follow}${path}`);
  for (const code of ['99999999', 'x', '']) await asked.browser.post(`${asked.follow}/prove`, { code });
  await asked.browser.post(`${asked.follow}/prove/again`, {});
  const seen = [asked.page.html, ...impostor.texts().slice(before)];
  return seen.map((text) => withoutDrawn(text, asked));
}

function withoutDrawn(text: string, { id, reference, claimCode }: AskedRequest): string {
  const drawn = [id, reference, claimCode, claimCode.slice(0, 4), claimCode.slice(4)];
  const plain = drawn.reduce((rest, each) => rest.replaceAll(each, '·'), text);
  // The mark of a page is a hash of what it shows, the id of its request among it
  return plain.replaceAll(/^(?:date|etag|set-cookie): .*$/gimu, '').replaceAll(/data-mark="[\da-f]{16}"/gu, 'data-mark');
}

async function probeOf(stage: Stage, { id }: AskedRequest): Promise<string | undefined> {
  return (await stage.officer.client.run('requestContacts', { id })).request?.contacts?.probe ?? undefined;
}

const oracle: readonly Attack[] = (
  [
    ['a customer number', NUMBER, { customerNumber: '49999' }],
    ['a telephone', { phone: VICTIM.phone }, { phone: '+33 6 39 98 81 99' }],
  ] as const
).map(([what, known, unknown]) => ({
  title: `the answers to ${what} do not tell whether it is on record`,
  victimGets: ['code'],
  run: async (stage, impostor) => {
    expect(await answersTo(stage, impostor, known)).toEqual(await answersTo(stage, impostor, unknown));
  },
}));

/** An address that is the impostor's, and on no record, beside what they know of the victim: they prove it, and nothing comes of it. */
const CHANGED: readonly (readonly [title: string, fields: Fields, victimGets?: Attack['victimGets']])[] = [
  ['a new address beside a customer number of somebody else is written to the mailbox on record', NUMBER, ['code']],
  ['a new address beside a telephone of somebody else is written to the mailbox on record', { phone: VICTIM.phone }, ['code']],
  ['a new address beside the old one of somebody else is written to the old one', { otherEmails: VICTIM.email }, ['code']],
  ['a new address beside a number that is nobody’s waits as visibly', { customerNumber: '49999' }],
];

const changed: readonly Attack[] = CHANGED.map(([title, fields, victimGets = []]) => ({
  title,
  victimGets,
  run: async (stage, impostor) => {
    const asked = await impostor.ask({ email: 'violet@post.test', ...NAME, ...fields });
    expect(await stage.goAsFarAsItGoes(impostor, asked)).toBe('awaiting_release');
    const { html } = await asked.browser.open(asked.follow);
    expect(html).toContain(`${asked.follow}/prove`);
    for (const code of [impostor.codeFor(asked), '99999999'])
      await asked.browser.post(`${asked.follow}/prove`, { code: String(code) });
    expect(await stage.settled(asked.id)).toBe('awaiting_release');
    const { request } = await stage.officer.client.run('requestGate', { id: asked.id, language: 'en' });
    expect(request?.gate?.reasons.map(({ code }) => code)).toContain('new-contact');
    expect(impostor.linkFor(asked)).toBeUndefined();
  },
}));

/** Numbers in the place of an address: what stands on record decides who is written to, and nobody is told what does. */
export const CONTACTS_ON_RECORD: readonly Attack[] = [...forAPerson, ...codes, ...oracle, ...changed];
