import type { AutomatedDecisions, Holding } from '@habeas/core/law';
import { type PurposeFact, REPORT_RIGHTS, type ReportRight } from './subject-report.js';

/**
 * The rights that a person has of one activity, by the bases that the controller states (Art. 15(1)(e); REP-07). Rectification,
 * erasure and restriction can always be asked for. Where a purpose has no stated basis, none of the others follows from it, and the
 * report says that more may apply (`isBasisOpen`).
 */
export function rightsOf(
  purposes: readonly PurposeFact[],
  holdings: readonly Holding[],
  decisions: AutomatedDecisions | undefined,
): readonly ReportRight[] {
  const bases = new Set(purposes.flatMap((purpose) => purpose.bases.map(({ basis }) => basis)));
  const rights: readonly (readonly [ReportRight, boolean])[] = [
    ['rectification', true],
    ['erasure', true],
    ['restriction', true],
    ['objection', bases.has('legitimate_interest') || bases.has('public_task')],
    ['marketing-objection', purposes.some(({ isMarketing }) => isMarketing)],
    ['withdrawal', bases.has('consent') || bases.has('explicit_consent')],
    ['portability', holdings.some(isPartlyPortable)],
    ['human-review', decisions?.level === 'solely_automated'],
  ];
  return rights.filter(([, applies]) => applies).map(([right]) => right);
}

function isPartlyPortable({ scope, filled }: Holding): boolean {
  return scope.fields.some(({ field, portability }) => portability.verdict === 'include' && filled.includes(field));
}

/** Each once, in the order of the law. */
export function sortedRights(rights: readonly ReportRight[]): readonly ReportRight[] {
  return REPORT_RIGHTS.filter((right) => rights.includes(right));
}
