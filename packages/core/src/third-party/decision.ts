import { Refused } from '../request/refused.js';
import type { Decider } from './redaction-reason.js';

/** What becomes of an item that is about another person as well. */
export type ThirdPartyOutcome = 'disclose' | 'redact' | 'withhold';

/** The other person agreed to the disclosure, and somebody noted it (TPD-04). */
export interface RecordedConsent {
  /** ISO 8601, UTC. */
  readonly givenAt: string;
  /** The member of staff who noted it, by id. */
  readonly recordedBy: string;
}

/**
 * The record of one decision under Art. 15(4) GDPR, with the three answers of the EDPB (Guidelines 01/2022 §168-174): is there a
 * concrete adverse effect, who prevails, and can both be reconciled by redaction (TPD-01)?
 */
export interface ThirdPartyDecision {
  /** What the subject has to do with the item. Of what they wrote or received, disclosure is presumed (CNIL, 5 January 2022; TPD-02). */
  readonly involvement: 'author' | 'recipient' | 'mentioned';
  readonly consent?: RecordedConsent;
  /** First question. `what` says which effect, on what, where there is one. */
  readonly adverseEffect?: { readonly isConcrete: boolean; readonly what?: string };
  /** Second question. */
  readonly balance?: { readonly prevails: 'subject' | 'other'; readonly why: string };
  /** Third question. `why` says what a redaction would leave, where it does not reconcile them. */
  readonly redaction?: { readonly reconciles: boolean; readonly why?: string };
  /** Why disclosure is not presumed after all, where the subject wrote or received the item and it is withheld whole. */
  readonly rebuttal?: string;
  readonly outcome: ThirdPartyOutcome;
  readonly decider: Decider;
}

/** What is missing from a decision, or speaks against it. A screen shows each at its question. */
export type DecisionFault =
  | 'who-decided'
  | 'consent-when'
  | 'consent-who'
  | 'consent-given'
  | 'effect-unanswered'
  | 'effect-which'
  | 'no-effect'
  | 'balance-unanswered'
  | 'balance-why'
  | 'subject-prevails'
  | 'redaction-unanswered'
  | 'redaction-reconciles'
  | 'redaction-why'
  | 'disclosure-presumed';

const WHAT_TO_DO: Readonly<Record<DecisionFault, string>> = {
  'who-decided': 'say who decided',
  'consent-when': 'say when the other person consented',
  'consent-who': 'say who noted the consent',
  'consent-given': 'disclose it: the other person consented',
  'effect-unanswered': 'answer whether there is a concrete adverse effect',
  'effect-which': 'say which adverse effect it is',
  'no-effect': 'disclose it: without a concrete adverse effect nothing is kept back',
  'balance-unanswered': 'answer whose rights prevail',
  'balance-why': 'say why they prevail',
  'subject-prevails': 'disclose it: the subject prevails',
  'redaction-unanswered': 'answer whether a redaction would reconcile both',
  'redaction-reconciles': 'redact it: it is withheld whole only where a redaction does not do',
  'redaction-why': 'say why a redaction does not do',
  'disclosure-presumed': 'the subject wrote or received it: say what rebuts the presumption that it is disclosed',
};

/** Everything that is missing from a decision or speaks against it, in the order of the questions. Empty: it stands. */
export function decisionFaults(decision: ThirdPartyDecision): readonly DecisionFault[] {
  const faults: DecisionFault[] = [
    ...(isBlank(decision.decider.by) ? (['who-decided'] as const) : []),
    ...consentFaults(decision),
  ];
  if (decision.outcome === 'disclose' || decision.consent !== undefined) return faults;
  return [...faults, ...answerFaults(decision)];
}

/** The three questions, up to the one whose answer is that the item is disclosed. */
function answerFaults(decision: ThirdPartyDecision): readonly DecisionFault[] {
  const effect = effectFaults(decision);
  if (effect.includes('no-effect')) return effect;
  const balance = balanceFaults(decision);
  return balance.includes('subject-prevails') ? [...effect, ...balance] : [...effect, ...balance, ...redactionFaults(decision)];
}

/** The outcome of a decision that stands. Throws `Refused` (`INVALID_INPUT`) with everything that is missing. */
export function settleDecision(decision: ThirdPartyDecision): ThirdPartyOutcome {
  const faults = decisionFaults(decision);
  if (faults.length === 0) return decision.outcome;
  throw new Refused('INVALID_INPUT', `The decision does not stand: ${faults.map((fault) => WHAT_TO_DO[fault]).join('; ')}.`);
}

/**
 * Refuses decisions that together keep everything back: the rights of others never lead to a refusal of all information (rec. 63
 * GDPR; TPD-01). `items` counts everything that was found, decided about or not.
 */
export function requireSomethingDisclosed(decisions: readonly ThirdPartyDecision[], items: number): void {
  const withheld = decisions.filter((decision) => settleDecision(decision) === 'withhold').length;
  if (items === 0 || withheld < items) return;
  throw new Refused('INVALID_INPUT', 'Everything would be withheld, and the rights of others never lead to that.');
}

function consentFaults({ consent, outcome }: ThirdPartyDecision): readonly DecisionFault[] {
  if (consent === undefined) return [];
  return faultsAmong([
    [Number.isNaN(Date.parse(consent.givenAt)), 'consent-when'],
    [isBlank(consent.recordedBy), 'consent-who'],
    [outcome !== 'disclose', 'consent-given'],
  ]);
}

function effectFaults({ adverseEffect }: ThirdPartyDecision): readonly DecisionFault[] {
  if (adverseEffect === undefined) return ['effect-unanswered'];
  if (!adverseEffect.isConcrete) return ['no-effect'];
  return isBlank(adverseEffect.what) ? ['effect-which'] : [];
}

function balanceFaults({ balance }: ThirdPartyDecision): readonly DecisionFault[] {
  if (balance === undefined) return ['balance-unanswered'];
  return faultsAmong([
    [isBlank(balance.why), 'balance-why'],
    [balance.prevails === 'subject', 'subject-prevails'],
  ]);
}

function redactionFaults({ redaction, outcome, involvement, rebuttal }: ThirdPartyDecision): readonly DecisionFault[] {
  if (redaction === undefined) return ['redaction-unanswered'];
  if (outcome === 'redact') return [];
  return faultsAmong([
    [redaction.reconciles, 'redaction-reconciles'],
    [!redaction.reconciles && isBlank(redaction.why), 'redaction-why'],
    [involvement !== 'mentioned' && isBlank(rebuttal), 'disclosure-presumed'],
  ]);
}

function faultsAmong(faults: readonly (readonly [boolean, DecisionFault])[]): readonly DecisionFault[] {
  return faults.filter(([applies]) => applies).map(([, fault]) => fault);
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
