import type { SubjectView } from '../src/view/subject-view.js';

/** What keeps robots out of the form. */
export const CHALLENGE = { value: '1790000000.c2lnbmVk', bits: 8, waitSeconds: 20 } as const;

/** Which request the pages are about. */
export const REQUEST = { request: 'r_7f3a', reference: '2026-0042' } as const;

/** The pages of who signs in. */
export const SIGN_IN_SAMPLES: Readonly<Record<string, SubjectView>> = {
  ...Object.fromEntries(
    (['cancelled', 'away', 'refused', 'strange', 'over', 'often'] as const).map((why): [string, SubjectView] => [
      `sign-in-${why}`,
      { page: 'sign-in', why, ...(why === 'over' ? {} : { own: REQUEST }) },
    ]),
  ),
  'ask-may-sign-in': { page: 'ask', challenge: CHALLENGE, maySignIn: true },
  'ask-signed-in': {
    page: 'ask',
    challenge: CHALLENGE,
    maySignIn: true,
    account: {
      sealed: 'v1.c2VhbGVk',
      knownBy: [
        { kind: 'email', value: 'claire.moreau@example.org' },
        { kind: 'phone', value: '+33 6 39 98 81 77' },
        { kind: 'customerNumber', value: '<b>4711</b>' },
      ],
    },
  },
  'sign-in-to-ask': { page: 'sign-in', why: 'unknown', isToAsk: true },
  'sign-in-to-ask-often': { page: 'sign-in', why: 'often', isToAsk: true },
  'sign-in-for-link': { page: 'sign-in', why: 'wait', isForLink: true },
};
