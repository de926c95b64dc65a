import type { LocalDate } from '../calendar/local-date.js';

/** What a refusal rests on, as it is kept with the case and said in its letter. Closed on purpose (Art. 12(5), 23 GDPR). */
export type RefusalGround =
  | { readonly ground: 'manifestly_unfounded'; readonly evidence: string }
  | { readonly ground: 'excessive'; readonly lastRequestOn: LocalDate; readonly evidence: string }
  | { readonly ground: 'abuse'; readonly aim: string; readonly intent: string }
  | { readonly ground: 'legal_restriction'; readonly lawRef: string; readonly why: string };
