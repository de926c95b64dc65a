import type { Packing, Right } from '@habeas/core';
import type { SubjectLanguage } from './subject-look.js';

/** Who asks, for whom (PER-03, PER-04, PER-05). */
export const REQUESTERS = ['self', 'minor_self', 'parental_authority', 'guardian', 'proxy', 'heir'] as const;

/** See {@link REQUESTERS}. */
export type Requester = (typeof REQUESTERS)[number];

/** The fields of the form that hold words, as they are named in what the browser posts. Each serves to find data, or to answer (INT-08). */
export const ASK_TEXTS = [
  'requesterName',
  'requesterEmail',
  'authority',
  'email',
  'phone',
  'customerNumber',
  'givenName',
  'familyName',
  'otherEmails',
  'otherPhones',
  'formerNames',
  'period',
  'message',
] as const;

/** See {@link ASK_TEXTS}. */
export type AskText = (typeof ASK_TEXTS)[number];

/** What was typed or chosen. All of it is optional: no field is demanded by the page (INT-02). */
export interface AskValues extends Readonly<Partial<Record<AskText, string>>> {
  readonly requester?: Requester;
  /** Without any, it is access to everything (INT-03). */
  readonly rights?: readonly Right[];
  readonly format?: 'csv' | 'json';
  readonly packing?: Packing;
  readonly language?: SubjectLanguage;
}

/** Why a field was not taken. */
export const ASK_FAULTS = ['nothing-to-search', 'bad-email', 'bad-phone', 'too-long', 'hidden-characters', 'needed'] as const;

/** See {@link ASK_FAULTS}. */
export type AskFault = (typeof ASK_FAULTS)[number];

/**
 * What keeps robots out. A browser with scripts works the challenge out ({@link isWorkedOut}); without them the answer stays empty,
 * and the same challenge is taken once it is `waitSeconds` old, which a person who types does not notice.
 */
export interface AskChallenge {
  /** Signed by the service, with its time: it stores nothing. */
  readonly value: string;
  /** Leading zero bits: 14 takes a telephone about a second. */
  readonly bits: number;
  readonly waitSeconds: number;
}

/** Why the form as a whole was not taken: too quick without scripts, left open for too long, or too many from one place. */
export type AskProblem =
  | { readonly kind: 'too-quick' | 'too-many'; readonly seconds: number }
  /** `account`: the sign-in that it came with is over, was used, or is none of this browser. */
  | { readonly kind: 'too-old' | 'account' };

/** Who has signed in before they ask: it stands in the form, sealed, and is shown. */
export interface AskAccount {
  readonly sealed: string;
  readonly knownBy: readonly { readonly kind: 'email' | 'phone' | 'customerNumber'; readonly value: string }[];
}

/** The form with which a person asks. What was typed is kept when something has to be mended. */
export interface AskView {
  readonly page: 'ask';
  readonly challenge: AskChallenge;
  readonly values?: AskValues;
  readonly faults?: readonly { readonly field: AskText; readonly fault: AskFault }[];
  readonly problem?: AskProblem;
  /** Whether they can sign in at the controller's provider first. */
  readonly maySignIn?: boolean;
  /** Who has done so: then nothing of who asks is typed. */
  readonly account?: AskAccount;
}
