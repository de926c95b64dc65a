import type { Activity, Purpose, RegisterField } from './activity.js';
import { isStated, type RegisterPath } from './backing.js';
import type { RequiredItem } from './required-item.js';

/** What has to be told of each activity. Of what a processor does, its controller tells; the processor tells for whom it acts. */
export function activityItems(activities: Readonly<Record<string, Activity>>): readonly RequiredItem[] {
  return Object.entries(activities).flatMap(([id, activity]) => {
    const path = ['activities', id];
    return activity.role.is === 'processor'
      ? [item([...path, 'onBehalfOf'], '28, 30(2)(a)', activity.onBehalfOf)]
      : ownActivityItems(activity, path);
  });
}

function ownActivityItems(activity: Activity, path: RegisterPath): readonly RequiredItem[] {
  const { subjects, purposes, fields, collectedFrom, recipients } = activity;
  return [
    item([...path, 'subjects'], '30(1)(c)', subjects),
    item([...path, 'purposes'], '13(1)(c), 15(1)(a), 30(1)(b)', purposes),
    ...Object.entries(purposes ?? {}).flatMap(([id, purpose]) => purposeItems(purpose, [...path, 'purposes', id])),
    item([...path, 'fields'], '14(1)(d), 15(1)(b), 30(1)(c)', fields),
    ...(holdsSpecial(activity) ? [item([...path, 'article9'], '9(2)', activity.article9)] : []),
    item([...path, 'collectedFrom'], '14(2)(f), 15(1)(g)', collectedFrom),
    item([...path, 'recipients'], '13(1)(e), 15(1)(c), 30(1)(d)', recipients),
    ...retentionItems(activity, path),
    ...decisionItems(activity, path),
  ];
}

function purposeItems({ bases }: Purpose, path: RegisterPath): readonly RequiredItem[] {
  const interests = (bases ?? []).flatMap(({ basis, interest }, index) =>
    basis === 'legitimate_interest' ? [item([...path, 'bases', index, 'interest'], '13(1)(d)', interest)] : [],
  );
  return [item([...path, 'bases'], '13(1)(c)', bases), ...interests];
}

function retentionItems({ retention }: Activity, path: RegisterPath): readonly RequiredItem[] {
  const article = '13(2)(a), 15(1)(d), 30(1)(f)';
  const rules = (retention ?? []).flatMap(({ anchor, period, criterion }, index) => [
    item([...path, 'retention', index, 'anchor'], article, anchor),
    item([...path, 'retention', index, 'period'], article, period ?? criterion),
  ]);
  return [item([...path, 'retention'], article, retention), ...rules];
}

function decisionItems({ adm }: Activity, path: RegisterPath): readonly RequiredItem[] {
  const article = '13(2)(f), 15(1)(h)';
  const whole = item([...path, 'adm'], article, adm);
  if (adm === undefined || adm.level === 'none') return [whole];
  return [
    whole,
    item([...path, 'adm', 'logic'], article, adm.logic),
    item([...path, 'adm', 'consequences'], article, adm.consequences),
  ];
}

/** Whether an activity holds personal data of Art. 9 or 10, by what its fields tell of a person. */
export function holdsSpecial(activity: Activity): boolean {
  return specialFields(activity).length > 0;
}

function specialFields({ fields = {} }: Activity): readonly RegisterField[] {
  return Object.values(fields).filter(({ special = [] }) => special.length > 0);
}

/**
 * Whether a condition of Art. 9(2) is stated, under which it may hold all of its special categories. One that is only assumed is none.
 * That people made data public themselves (e) licenses those data, and not what was observed or concluded of them (SPC-05; Court of
 * Justice, C-446/21).
 */
export function hasCondition(activity: Activity): boolean {
  const { article9 = [], purposes = {} } = activity;
  const stated = article9.filter(isStated).map(({ condition }) => condition);
  if (stated.some((condition) => condition !== 'e')) return true;
  const bases = Object.values(purposes).flatMap(({ bases: all = [] }) => all);
  if (bases.some((backed) => backed.basis === 'explicit_consent' && isStated(backed))) return true;
  return stated.length > 0 && specialFields(activity).every(({ origin }) => origin === 'provided');
}

function item(path: RegisterPath, article: string, value: unknown): RequiredItem {
  return { path, article, isThere: value !== undefined };
}
