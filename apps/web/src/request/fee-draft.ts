import type { DirectCost, FeeCause, FeeInput } from '../api/operations.generated.js';
import type { Service } from '../api/service.js';
import { idOf } from './grounded-draft.js';
import { isCurrency, placesOf } from './money.js';

/** What can be charged, and nothing else (OUT-06). */
export const COSTS: readonly DirectCost[] = ['printing', 'storage_medium', 'packaging', 'postage'];

/** A fee as it is typed: amounts as people write them. */
export interface FeeDraft {
  readonly cause: FeeCause | '';
  readonly earlier: string;
  readonly evidence: string;
  readonly costs: Readonly<Record<DirectCost, string>>;
  readonly currency: string;
  readonly answerBy: string;
}

export const NO_FEE: FeeDraft = {
  cause: '',
  earlier: '',
  evidence: '',
  costs: { printing: '', storage_medium: '', packaging: '', postage: '' },
  currency: 'EUR',
  answerBy: '',
};

/** An amount in the smallest unit of its currency: `4.20`, `4,20` and `4` of one that has cents. Nothing where it is none. */
export function centsOf(amount: string, currency: string): number | undefined {
  const places = placesOf(currency);
  const [, whole = '', part = ''] = /^(\d{1,7})(?:[.,](\d+))?$/u.exec(amount.trim()) ?? [];
  const cents = Number(`${whole}${part.padEnd(places, '0')}`);
  return whole === '' || part.length > places || cents === 0 ? undefined : cents;
}

/** Whether an earlier request is to be named. */
export function namesEarlier({ cause }: FeeDraft): boolean {
  return cause === 'further_copy' || cause === 'excessive';
}

/** Something of a fee that is not yet as it has to be. */
export type FeeLack = 'cause' | 'earlier' | 'evidence' | 'costs' | 'currency' | 'answerBy' | DirectCost;

/** What is not yet as it has to be, before the service is asked. */
export function lacksOf(draft: FeeDraft): readonly FeeLack[] {
  const wrong = COSTS.filter(
    (cost) => draft.costs[cost].trim() !== '' && centsOf(draft.costs[cost], draft.currency) === undefined,
  );
  return [
    ...(draft.cause === '' ? (['cause'] as const) : []),
    ...(namesEarlier(draft) && draft.earlier.trim() === '' ? (['earlier'] as const) : []),
    ...(draft.evidence.trim() === '' ? (['evidence'] as const) : []),
    ...(COSTS.every((cost) => draft.costs[cost].trim() === '') ? (['costs'] as const) : []),
    ...wrong,
    ...(isCurrency(draft.currency) ? [] : (['currency'] as const)),
    ...(draft.answerBy === '' ? (['answerBy'] as const) : []),
  ];
}

/** The fee as the service takes it. The earlier request may be typed by its reference or its id. */
export async function feeOf(service: Service, draft: FeeDraft, cause: FeeCause): Promise<FeeInput> {
  const { currency, answerBy } = draft;
  const costs = COSTS.flatMap((cost) => {
    const cents = centsOf(draft.costs[cost], currency);
    return cents === undefined ? [] : [{ cost, cents }];
  });
  const given: FeeInput = { cause, evidence: draft.evidence.trim(), costs, currency, answerBy };
  return namesEarlier(draft) ? { ...given, earlier: await idOf(service, draft.earlier.trim()) } : given;
}
