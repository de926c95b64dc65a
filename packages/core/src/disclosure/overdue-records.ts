import { type CollectionSpec, recordId } from '@habeas/connector-sdk';
import type { CollectionFindings, Findings } from '../findings/findings.js';
import type { Activity } from '../register/activity.js';
import type { Register } from '../register/register.js';
import type { DatedRetention, RetentionView } from '../retention/evaluation.js';
import { OverdueList, type OverdueReference } from '../retention/overdue.js';
import { CollectionRetention, type DecidedRetention } from './collection-retention.js';
import { MomentReader, SubjectMoments } from './moments.js';

/** By which register, and on which day, retention is looked at. */
export interface RetentionTerms {
  readonly register: Register;
  readonly view: RetentionView;
}

/** One overdue record, with the rule that says so and what it was reckoned from (RET-04). */
export interface OverdueRecord extends OverdueReference, Pick<DecidedRetention, 'rule' | 'isAssumed'> {
  readonly evaluation: DatedRetention;
}

/** What is known of the subject beyond a single record. Reads those collections only that tell of moments. */
export async function subjectMomentsIn(findings: Findings, { register, view }: RetentionTerms): Promise<SubjectMoments> {
  const subject = new SubjectMoments();
  for await (const found of findings.collections()) {
    const { source, collection } = found;
    if (activityOf(collection, register) === undefined || !tellsMoments(collection)) continue;
    const reader = new MomentReader(collection, view.timeZone);
    for await (const batch of found.records()) {
      for (const record of batch) subject.add(source.id, collection, record, reader.of(record.data));
    }
  }
  return subject;
}

/** The overdue records of one collection, in their order, one at a time. None where the register has no such activity. */
export async function* overdueIn(
  found: CollectionFindings,
  subject: SubjectMoments,
  { register, view }: RetentionTerms,
): AsyncGenerator<OverdueRecord, void, undefined> {
  const { source, collection } = found;
  const stated = activityOf(collection, register);
  if (stated === undefined) return;
  const [activity, rules] = stated;
  const list = new OverdueList();
  const retention = new CollectionRetention(source.id, collection, rules, view);
  const place = { source: source.id, collection: collection.name, activity };
  for await (const batch of found.records()) {
    for (const record of batch) {
      const { rule, isAssumed, evaluation } = retention.decide(record, subject);
      const then = rule.then === undefined ? {} : { then: rule.then };
      const reference = list.add({ ...place, recordId: recordId(record.key), evaluation, ...then });
      if (reference !== undefined) yield { ...reference, rule, isAssumed, evaluation: evaluation as DatedRetention };
    }
  }
}

function activityOf({ activity: id = '' }: CollectionSpec, { activities }: Register): readonly [string, Activity] | undefined {
  const activity = Object.hasOwn(activities, id) ? activities[id] : undefined;
  return activity === undefined ? undefined : [id, activity];
}

function tellsMoments({ fields }: CollectionSpec): boolean {
  return fields.some(({ moment, relationship }) => moment !== undefined || relationship !== undefined);
}
