import type { CollectionSpec, SourceRecord } from '@habeas/connector-sdk';
import { compareDates, type LocalDate } from '../calendar/local-date.js';
import type { Activity } from '../register/activity.js';
import { evaluateRetention } from '../retention/evaluate.js';
import type { RetentionEvaluation, RetentionFacts, RetentionView } from '../retention/evaluation.js';
import type { RetentionRule } from '../retention/rule.js';
import type { RetentionGroup } from './holding.js';
import { type Moments, MomentReader, rootsOf, type SubjectMoments } from './moments.js';
import { type ActivityRule, retentionRules } from './retention-rules.js';

/** What is decided of one record: by which of the rules, and how it stands. */
export interface DecidedRetention extends Pick<ActivityRule, 'rule' | 'isAssumed'> {
  readonly evaluation: RetentionEvaluation;
}

/**
 * How long the records of one collection are kept (RET-02). Gathers what they tell while they stream by, one entry for records that
 * tell the same; what holds for the subject as a whole is known only once everything has come.
 */
export class CollectionRetention {
  readonly #rules: readonly ActivityRule[];
  readonly #reader: MomentReader;
  readonly #kinds = new Map<string, { readonly roots: readonly string[]; readonly own: Moments; records: number }>();

  constructor(
    private readonly source: string,
    private readonly collection: CollectionSpec,
    activity: Activity,
    private readonly view: RetentionView,
  ) {
    this.#rules = rulesFor(collection, activity, retentionRules(activity));
    this.#reader = new MomentReader(collection, view.timeZone);
  }

  add(record: SourceRecord, subject: SubjectMoments): void {
    const own = this.#reader.of(record.data);
    subject.add(this.source, this.collection, record, own);
    const roots = rootsOf(this.source, record);
    const key = JSON.stringify([roots, own]);
    const kind = this.#kinds.get(key) ?? { roots, own, records: 0 };
    kind.records += 1;
    this.#kinds.set(key, kind);
  }

  /** How one record stands, once everything is known of the subject. */
  decide(record: SourceRecord, subject: SubjectMoments): DecidedRetention {
    return this.#decide(rootsOf(this.source, record), this.#reader.of(record.data), subject);
  }

  /** In the order in which they were met. */
  groups(subject: SubjectMoments): readonly RetentionGroup[] {
    const groups = new Map<string, RetentionGroup>();
    for (const { roots, own, records } of this.#kinds.values()) {
      const decided = this.#decide(roots, own, subject);
      const key = groupKey(decided, this.#rules);
      groups.set(key, joined(groups.get(key), decided, records));
    }
    return [...groups.values()];
  }

  #decide(roots: readonly string[], own: Moments, subject: SubjectMoments): DecidedRetention {
    const moments = subject.for(roots, own);
    const decided = this.#rules.map(({ rule, isAssumed }) => ({
      rule,
      isAssumed,
      evaluation: evaluateRetention(rule, factsOf(rule, moments), this.view),
    }));
    return decided.reduce((kept, each) => (isKeptLonger(each.evaluation, kept.evaluation) ? each : kept));
  }
}

/** Rules for some of an activity's fields apply to the collections that have such fields; where none applies, all do. */
function rulesFor(
  { fields }: CollectionSpec,
  { fields: stated = {} }: Activity,
  rules: readonly ActivityRule[],
): readonly ActivityRule[] {
  const categories = new Set(fields.map(({ category }) => category));
  const applying = rules.filter((rule) => rule.fields?.some((id) => categories.has(stated[id]?.category)) ?? true);
  return applying.length === 0 ? rules : applying;
}

/** A relationship that nothing tells of is open where its end is told not to have come. */
function factsOf({ whileOpen }: RetentionRule, { values, open }: Moments): RetentionFacts {
  if (whileOpen === undefined || open[whileOpen] !== undefined) return { values, open };
  const end = values[`${whileOpen}.endedAt`];
  return end === undefined ? { values } : { values, open: { [whileOpen]: end === null } };
}

/** Of several rules that can be reckoned the longest decides: what is kept for a dispute or while something lasts, else the last day. */
function isKeptLonger(other: RetentionEvaluation, kept: RetentionEvaluation): boolean {
  if (other.status === 'indeterminate') return false;
  if (kept.status === 'indeterminate') return true;
  const [otherEnd, end] = [endOf(other), endOf(kept)];
  return end !== undefined && (otherEnd === undefined || compareDates(otherEnd, end) > 0);
}

function endOf(evaluation: RetentionEvaluation): LocalDate | undefined {
  return 'expiresOn' in evaluation ? evaluation.expiresOn : undefined;
}

function groupKey({ rule, evaluation }: DecidedRetention, rules: readonly ActivityRule[]): string {
  const { status } = evaluation;
  return JSON.stringify([
    rules.findIndex((each) => each.rule === rule),
    status,
    status === 'indeterminate' ? evaluation.gaps : evaluation.unchecked,
  ]);
}

function joined(group: RetentionGroup | undefined, decided: DecidedRetention, records: number): RetentionGroup {
  const { evaluation } = decided;
  const end = endOf(evaluation);
  if (group === undefined) return { ...decided, records, ...(end === undefined ? {} : { lastExpiry: end }) };
  const { lastExpiry } = group;
  const first = endOf(group.evaluation);
  if (end === undefined || first === undefined || lastExpiry === undefined) return { ...group, records: group.records + records };
  return {
    ...decided,
    evaluation: compareDates(end, first) < 0 ? evaluation : group.evaluation,
    records: group.records + records,
    lastExpiry: compareDates(end, lastExpiry) > 0 ? end : lastExpiry,
  };
}
