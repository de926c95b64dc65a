import type { DirectCost, FeeCause, FeeInput } from '../api/operations.generated.js';
import type { Service } from '../api/service.js';
import { idOf } from './grounded-draft.js';

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

/** An amount in cents: `4.20`, `4,20` and `4`. Nothing where it is none. */
export function centsOf(amount: string): number | undefined {
  const [, whole = '', part = ''] = /^(\d{1,7})(?:[.,](\d{1,2}))?$/u.exec(amount.trim()) ?? [];
  const cents = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return whole === '' || cents === 0 ? undefined : cents;
}

/** Whether an earlier request is to be named. */
export function namesEarlier({ cause }: FeeDraft): boolean {
  return cause === 'further_copy' || cause === 'excessive';
}

/** Something of a fee that is not yet as it has to be. */
export type FeeLack = 'cause' | 'earlier' | 'evidence' | 'costs' | 'currency' | 'answerBy' | DirectCost;

/** What is not yet as it has to be, before the service is asked. */
export function lacksOf(draft: FeeDraft): readonly FeeLack[] {
  const wrong = COSTS.filter((cost) => draft.costs[cost].trim() !== '' && centsOf(draft.costs[cost]) === undefined);
  return [
    ...(draft.cause === '' ? (['cause'] as const) : []),
    ...(namesEarlier(draft) && draft.earlier.trim() === '' ? (['earlier'] as const) : []),
    ...(draft.evidence.trim() === '' ? (['evidence'] as const) : []),
    ...(COSTS.every((cost) => draft.costs[cost].trim() === '') ? (['costs'] as const) : []),
    ...wrong,
    ...(/^[A-Z]{3}$/u.test(draft.currency) ? [] : (['currency'] as const)),
    ...(draft.answerBy === '' ? (['answerBy'] as const) : []),
  ];
}

/** The fee as the service takes it. The earlier request may be typed by its reference or its id. */
export async function feeOf(service: Service, draft: FeeDraft, cause: FeeCause): Promise<FeeInput> {
  const { currency, answerBy } = draft;
  const costs = COSTS.flatMap((cost) => {
    const cents = centsOf(draft.costs[cost]);
    return cents === undefined ? [] : [{ cost, cents }];
  });
  const given: FeeInput = { cause, evidence: draft.evidence.trim(), costs, currency, answerBy };
  return namesEarlier(draft) ? { ...given, earlier: await idOf(service, draft.earlier.trim()) } : given;
}
