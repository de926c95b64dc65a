import { citesLaw, saysNoGround } from '@habeas/core/law';
import type { z } from 'zod';
import { text } from './fact.js';

/**
 * Why a request is not refused, whoever would like to (OUT-03, OUT-07, TPD-01, TPD-05): each with what the law says instead. A screen
 * that offers grounds can show these where somebody looks for them.
 */
export const EXCLUDED_GROUNDS = {
  effort: 'effort is no ground: extend the period where the request is complex (Art. 12(3))',
  volume: 'volume is no ground: ask which data are meant, or extend the period (rec. 63)',
  no_motive: 'a person need not say why they ask (C-307/22)',
  rude_tone: 'the tone of a request does not make it unfounded (OUT-03)',
  litigation: 'that the data may serve in a dispute is no ground (C-307/22)',
  earlier_abuse: 'an earlier abuse says nothing of this request (OUT-03)',
  confidential: '"confidential" is no ground: cite the law that restricts the right (Art. 23)',
  property: '"property of the controller" is no ground: redact a trade secret where there is one (rec. 63)',
  third_party: 'the rights of others never lead to a refusal of everything: redact them (Art. 15(4), rec. 63)',
} as const satisfies Readonly<Record<string, string>>;

/** Words that give a reason: more than that something is confidential, much, or unwelcome (OUT-03, OUT-07). */
export function groundText(what: string, remedy: string): z.ZodString {
  const only = 'it only says that something is confidential, much or unwelcome, which is no ground';
  return text(what, remedy).refine((words) => !saysNoGround(words), `${only} (${remedy})`);
}

/** A provision of a law, which has a number: `confidential` is none (Art. 23 GDPR; OUT-07). */
export function lawReference(): z.ZodString {
  const remedy = 'cite the provision, with its number: "confidential" alone restricts nothing (Art. 23, OUT-07)';
  return text('no law is cited', remedy).refine(citesLaw, `this cites no law (${remedy})`);
}
