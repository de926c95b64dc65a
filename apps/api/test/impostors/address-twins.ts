import { expect } from '@jest/globals';
import type { Attack } from './stage.js';

/** Mailboxes that are read as the victim's, and are not: the code goes to the victim, whoever owns the twin. */
const READ_AS_THE_VICTIMS: readonly (readonly [title: string, twin: string])[] = [
  ['capitals in an address bring its code to no mailbox but the one that is searched for', 'Violet.KENT@Example.ORG'],
  ['a Kelvin sign in the place of k brings the code to nobody else', 'violet.\u212aent@example.org'],
  ['a sign that joins letters and is not seen brings the code to nobody else', 'violet\u034f.kent@example.org'],
  ['a filler that is a letter and is not seen brings the code to nobody else', 'violet\u3164.kent@example.org'],
  ['a variation selector brings the code to nobody else', 'violet\ufe0f.kent@example.org'],
  ['a domain in full width brings the code to nobody else', 'violet.kent@\uff45\uff58\uff41\uff4d\uff50\uff4c\uff45.org'],
  ['a domain with an ideographic full stop brings the code to nobody else', 'violet.kent@example。org'],
  ['a full stop after the address brings the code to nobody else', 'violet.kent@example.org.'],
  ['a display name with another address in it brings the code to nobody else', 'mallory@post.test <violet.kent@example.org>'],
  ['a list of two addresses, read as its last, brings the code to nobody else', 'mallory@post.test, V <violet.kent@example.org>'],
  ['a header in a display name becomes no header', 'V\r\nBcc: mallory@post.test\r\nX: <violet.kent@example.org>'],
  ['a mailto with a copy brings the code to nobody else', 'mailto:violet.kent@example.org?cc=mallory@post.test'],
];

const readAsVictims: readonly Attack[] = READ_AS_THE_VICTIMS.map(([title, email]) => ({
  title,
  victimGets: ['code'],
  run: async (stage, impostor) => {
    expect(await stage.goAsFarAsItGoes(impostor, await impostor.ask({ email }))).toBe('received');
    expect(impostor.mails()).toEqual([]);
  },
}));

/** Mailboxes that are others: the impostor has their codes, and nothing of the victim's goes out. */
const OTHERS: readonly (readonly [title: string, twin: string])[] = [
  ['a tag on the address of somebody else is another mailbox', 'violet.kent+post@example.org'],
  ['the address of somebody else without its dot is another mailbox', 'violetkent@example.org'],
  ['the address of somebody else with one more dot is another mailbox', 'violet.k.ent@example.org'],
  ['a Cyrillic letter in an address makes another mailbox', 'violet.k\u0435nt@example.org'],
  ['a Cyrillic letter in a domain makes another mailbox', 'violet.kent@ex\u0430mple.org'],
  ['a name in full width is another mailbox', 'ｖiolet.kent@example.org'],
  ['an accent makes another mailbox', 'violet.k\u00e9nt@example.org'],
  ['a sub-domain is another mailbox', 'violet.kent@mail.example.org'],
  ['a wildcard of a database is a letter like others', 'violet_kent@example.org'],
  ['a wildcard of a database finds nobody', '%@example.org'],
  ['a quotation mark of a database ends nothing', "x'or'1'='1@example.org"],
];

const others: readonly Attack[] = OTHERS.map(([title, email]) => ({
  title,
  run: async (stage, impostor) => {
    const asked = await impostor.ask({ email, givenName: 'Violet', familyName: 'Kent' });
    const state = await stage.goAsFarAsItGoes(impostor, asked);
    expect(['in_review', 'awaiting_release']).toContain(state);
    expect(impostor.linkFor(asked)).toBeUndefined();
  },
}));

/** What is no address at all. */
const NONE: readonly (readonly [title: string, text: string])[] = [
  ['an address with two at-signs is none', 'violet.kent@example.org@post.test'],
  ['an address with two at-signs is none in the other order either', 'mallory@post.test@example.org'],
  ['an address with a comment is none', 'violet.kent(mallory@post.test)@example.org'],
  ['a quoted name with an address in it is none', '"mallory@post.test "@example.org'],
  ['a line break in an address is refused', 'violet.kent@example.org\r\nBcc: mallory@post.test'],
  ['two addresses in the place of one are refused', 'violet.kent@example.org, mallory@post.test'],
  ['two addresses in brackets are refused', '<violet.kent@example.org>, <mallory@post.test>, x'],
  ['a space of no width in an address is refused', 'violet\u200b.kent@example.org'],
  ['a sign that turns the direction round is refused', 'violet.kent@\u202egro.elpmaxe'],
  ['a null character in an address is refused', 'violet.kent@example.org\u0000.post.test'],
];

const none: readonly Attack[] = NONE.map(([title, email]) => ({
  title,
  run: async (_stage, impostor) => {
    const { page, id } = await impostor.ask({ email });
    expect([page.status, id]).toEqual([422, '']);
    expect(impostor.mails()).toEqual([]);
  },
}));

/** Addresses that look like the victim's, or are written so that two programs read them differently. */
export const ADDRESS_TWINS: readonly Attack[] = [...readAsVictims, ...others, ...none];
