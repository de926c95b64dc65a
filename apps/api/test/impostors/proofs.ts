import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { accepted } from '../../src/client/service-client.js';
import { ask } from '../people.js';
import type { Impostor } from './impostor.js';
import { type Attack, SITE, SITE_SECRET, type Stage } from './stage.js';
import { VICTIM } from './victims.js';

const NOT_ACCEPTED = 'This assertion is not accepted.';
const VIOLET = { kind: 'email', value: VICTIM.email } as const;

/** What the site would say of the victim, if she were signed in. */
export function claims(others: Readonly<Record<string, unknown>> = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1_000);
  const times = { iat: now, exp: now + 60, auth_time: now - 5 };
  return { iss: SITE, aud: 'hostel', jti: randomUUID(), ...times, identifiers: [VIOLET], ...others };
}

export function signed(payload: JWTPayload, secret = SITE_SECRET): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(secret));
}

export async function handOverAs(stage: Stage, impostor: Impostor, assertion: string): Promise<string> {
  const input = { clientKey: stage.key(), identifiers: [], rights: ['access'] };
  const answer = JSON.stringify(await ask(stage.website, 'handOverRequest', { input, assertion }));
  impostor.see(answer);
  return answer;
}

/** The word of a site that never said it. */
const FORGED: readonly (readonly [what: string, assertion: () => string | Promise<string>])[] = [
  ['is signed with a guessed secret', () => signed(claims(), 'secret-secret-secret-secret-secret')],
  ['is not signed', () => new UnsecuredJWT(claims()).encode()],
  ['is for another controller', () => signed(claims({ aud: 'club' }))],
  ['is of another site', () => signed(claims({ iss: 'https://elsewhere.example.org' }))],
  ['is over', () => signed(claims({ iat: 1_700_000_000, exp: 1_700_000_060, auth_time: 1_700_000_000 }))],
  ['has no end', () => signed(claims({ exp: undefined }))],
  ['has no name of its own', () => signed(claims({ jti: undefined }))],
  ['is an address and nothing else', () => VICTIM.email],
];

const forged: readonly Attack[] = FORGED.map(([what, assertion]) => ({
  title: `an assertion of a signed-in account that ${what} opens nothing`,
  run: async (stage, impostor) => {
    expect(await handOverAs(stage, impostor, await assertion())).toContain(NOT_ACCEPTED);
  },
}));

const replayed: Attack = {
  title: 'an assertion that was used opens nothing again, also twenty times at once',
  victimGets: ['link'],
  run: async (stage, impostor) => {
    const assertion = await signed(claims());
    const input = { clientKey: stage.key(), identifiers: [], rights: ['access' as const] };
    const { request } = accepted((await stage.website.run('handOverRequest', { input, assertion })).handOverRequest);
    await stage.settled(request.id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => handOverAs(stage, impostor, assertion)));
    for (const answer of answers) expect(answer).toContain(NOT_ACCEPTED);
  },
};

/** A request for the victim that a website was tricked into: it waits for an officer. */
async function forAnother(stage: Stage, onBehalf: 'proxy' | 'parental_authority' | 'heir'): Promise<string> {
  const identifiers = [{ ...VIOLET, provedBy: 'a letter with a bill' }];
  const input = { clientKey: stage.key(), identifiers, rights: ['access' as const], onBehalf };
  const { request } = accepted((await stage.website.run('handOverRequest', { input })).handOverRequest);
  expect(await stage.settled(request.id)).toBe('awaiting_release');
  return request.id;
}

const DECISION = {
  outcome: 'accepted',
  reason: 'It looks good.',
  answerTo: 'representative',
  sendTo: 'mallory@post.test',
} as const;

/** What an impostor shows to an officer who believes them. */
const SHOWN: readonly (readonly [title: string, onBehalf: Parameters<typeof forAnother>[1], shown: object])[] = [
  ['a bill gives nobody authority', 'proxy', { evidence: 'utility_bill' }],
  ['a mandate that the person has not confirmed gives no authority', 'proxy', { evidence: 'mandate', signedOn: '2026-01-02', covers: ['access'] }],
  ['a mandate that is over gives no authority', 'proxy', { evidence: 'mandate', signedOn: '2020-01-02', goodUntil: '2020-12-31', covers: ['access'], isConfirmed: true }],
  ['a mandate for something else gives no authority', 'proxy', { evidence: 'mandate', signedOn: '2026-01-02', covers: ['portability'], isConfirmed: true }],
  ['a parent of an adult has no authority', 'parental_authority', { evidence: 'family_record', bornOn: VICTIM.birthDate, isChildHeard: true, childInterest: 'x' }],
  ['an heir of a living person has no authority', 'heir', { evidence: 'will', purpose: 'digital_goods', isForbidden: false }],
]; // prettier-ignore

const shown: readonly Attack[] = SHOWN.map(([title, onBehalf, evidence]) => ({
  title,
  run: async (stage, impostor) => {
    const id = await forAnother(stage, onBehalf);
    const representation = { ...DECISION, ...evidence };
    const answer = JSON.stringify(await ask(stage.officer.client, 'decideRepresentation', { id, representation }));
    expect(answer).toMatch(/"code":"(?:INVALID_INPUT|BAD_REQUEST|BAD_USER_INPUT)"/u);
    const release = { days: 7, reason: 'They insist.' };
    const released = JSON.stringify(await ask(stage.officer.client, 'releaseRequest', { id, release }));
    impostor.see(released);
    expect(released).toContain('"code":"WRONG_STATE"');
  },
}));

const guessed: Attack = {
  title: 'facts about the victim that are guessed twenty times at once are compared three times',
  run: async (stage, impostor) => {
    const id = await forAnother(stage, 'proxy');
    const place = { source: 'hostel', collection: 'compte_client' };
    const guesses = Array.from({ length: 20 }, (_, guess) => {
      const facts = [
        { ...place, field: 'nom', value: VICTIM.familyName },
        { ...place, field: 'ville', value: `Ville-${String(guess)}` },
      ];
      return ask(stage.officer.client, 'checkKnownFacts', { id, facts });
    });
    const answers = (await Promise.all(guesses)).map((answer) => JSON.stringify(answer));
    for (const answer of answers) impostor.see(answer);
    expect(answers.filter((answer) => answer.includes('"isRight":false'))).toHaveLength(3);
    expect(answers.filter((answer) => answer.includes('"code":"LIMITED"'))).toHaveLength(17);
  },
};

/** Proofs that are forged, shown or guessed, on the website or at the desk. */
export const PROOFS: readonly Attack[] = [...forged, replayed, ...shown, guessed];
