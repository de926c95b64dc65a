import { expect } from '@jest/globals';
import { workedOut } from '../subject-browser.js';
import type { Impostor } from './impostor.js';
import type { Attack, Stage } from './stage.js';
import { OWN, VICTIM } from './victims.js';

/** How many guesses are made at once. */
const AT_ONCE = 8;
const GUESSES = 24;

/** A request that the impostor makes in the victim's name: its code is in the victim's mailbox. */
async function inTheVictimsName(stage: Stage, impostor: Impostor) {
  const asked = await impostor.ask({ email: VICTIM.email });
  await stage.settled(asked.id);
  return asked;
}

/** What is typed in the place of a code that the impostor does not have. */
const NO_CODES: readonly (readonly [title: string, fields: Readonly<Record<string, string>>])[] = [
  ['no code at all proves nothing', {}],
  ['a code of nothing but zeros proves nothing', { code: '00000000' }],
  ['a code in digits of another script proves nothing', { code: '１２３４５６７８' }],
  ['a sentence of a database in the place of a code proves nothing', { code: "' OR '1'='1" }],
  ['two codes in one form prove nothing', { code: '12345678,87654321' }],
  ['a hash in the place of a code proves nothing', { code: '$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA' }],
];

const noCodes: readonly Attack[] = NO_CODES.map(([title, fields]) => ({
  title,
  victimGets: ['code'],
  run: async (stage, impostor) => {
    const asked = await inTheVictimsName(stage, impostor);
    expect((await asked.browser.post(`${asked.follow}/prove`, fields)).status).toBe(403);
    expect(await stage.settled(asked.id)).toBe('received');
  },
}));

const misused: readonly Attack[] = [
  {
    title: 'guesses at a code, eight at a time, end after five that are looked at',
    victimGets: ['code'],
    run: async (stage, impostor) => {
      const asked = await inTheVictimsName(stage, impostor);
      for (let first = 0; first < GUESSES; first += AT_ONCE) {
        const codes = Array.from({ length: AT_ONCE }, (_each, index) => String(10_000_000 + first + index));
        const pages = await Promise.all(codes.map((code) => asked.browser.post(`${asked.follow}/prove`, { code })));
        expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([403]));
      }
      expect(await stage.noted(asked.id, 'identity.try')).toBe(5);
      expect(await stage.settled(asked.id)).toBe('received');
    },
  },
  {
    title: 'a code for one’s own request is none for the request of somebody else',
    victimGets: ['code'],
    run: async (stage, impostor) => {
      const own = await impostor.ask({ email: OWN.email });
      await stage.settled(own.id);
      const asked = await inTheVictimsName(stage, impostor);
      const code = impostor.codeFor(own) ?? '';
      expect((await asked.browser.post(`${asked.follow}/prove`, { code })).status).toBe(403);
      expect(await stage.settled(asked.id)).toBe('received');
    },
  },
  {
    title: 'the claim code of a request does not prove its address',
    victimGets: ['code'],
    run: async (stage, impostor) => {
      const asked = await inTheVictimsName(stage, impostor);
      expect((await asked.browser.post(`${asked.follow}/prove`, { code: asked.claimCode })).status).toBe(403);
      expect(await stage.settled(asked.id)).toBe('received');
    },
  },
  {
    title: 'one code that is used by eight at once proves once',
    run: async (stage, impostor) => {
      const own = await impostor.ask({ email: OWN.email });
      await stage.settled(own.id);
      const code = impostor.codeFor(own) ?? '';
      await Promise.all(Array.from({ length: AT_ONCE }, () => own.browser.post(`${own.follow}/prove`, { code })));
      await stage.settled(own.id);
      expect(await stage.noted(own.id, 'request.attest')).toBe(1);
    },
  },
  {
    title: 'a code that was used works for nothing any more',
    victimGets: ['code'],
    run: async (stage, impostor) => {
      const own = await stage.own(impostor);
      const code = impostor.codeFor(own) ?? '';
      await own.browser.post(`${own.follow}/prove`, { code });
      expect(await stage.noted(own.id, 'request.attest')).toBe(1);
      const asked = await inTheVictimsName(stage, impostor);
      expect((await asked.browser.post(`${asked.follow}/prove`, { code })).status).toBe(403);
    },
  },
  {
    title: 'another code is sent to the address of the request, whatever address is posted with the wish',
    victimGets: ['code'],
    run: async (stage, impostor) => {
      const asked = await inTheVictimsName(stage, impostor);
      await asked.browser.post(`${asked.follow}/prove/again`, { email: OWN.email, to: OWN.email });
      expect(await stage.settled(asked.id)).toBe('received');
      expect(impostor.mails()).toEqual([]);
    },
  },
];

const challenges: readonly Attack[] = [
  {
    title: 'a form that is sent again with another address under its challenge changes no request',
    run: async (stage, impostor) => {
      const browser = impostor.browser();
      const form = workedOut(await browser.open('/ask/hostel'));
      const first = await impostor.ask({ email: OWN.email, ...form }, browser);
      const changed = await impostor.ask({ email: VICTIM.email, ...form }, browser);
      expect([first.page.status, changed.page.status]).toEqual([200, 422]);
      expect(await stage.goAsFarAsItGoes(impostor, first)).toBe('released');
    },
  },
  {
    title: 'a challenge that was made up is taken for none',
    run: async (_stage, impostor) => {
      const made = { challenge: 'x'.repeat(80), answer: '1' };
      expect((await impostor.ask({ email: VICTIM.email, ...made })).page.status).toBe(422);
    },
  },
  {
    title: 'a challenge of which one letter was changed is taken for none',
    run: async (_stage, impostor) => {
      const form = await impostor.browser().open('/ask/hostel');
      const value = /name="challenge" value="([^"]+)"/u.exec(form.html)?.[1] ?? '';
      const challenge = `${value.slice(0, -3)}${value.at(-3) === 'A' ? 'B' : 'A'}${value.slice(-2)}`;
      expect((await impostor.ask({ email: VICTIM.email, challenge, answer: '1' })).page.status).toBe(422);
    },
  },
  {
    title: 'a challenge of another controller opens no request of that controller',
    victimGets: ['code'],
    run: async (stage, impostor) => {
      const browser = impostor.browser();
      const club = workedOut(await browser.open('/ask/club'));
      const asked = await impostor.ask({ email: VICTIM.email, ...club }, browser);
      expect(await stage.settled(asked.id)).toBe('received');
      expect((await browser.open(`/ask/club/requests/${asked.id}`)).html).not.toContain(asked.reference);
    },
  },
];

/** Codes, and what keeps robots out, used for what they were not given for. */
export const CODES: readonly Attack[] = [...noCodes, ...misused, ...challenges];
