import type { Activity } from '../activity.js';
import type { Register } from '../register.js';
import { ACTIVITY_TEXTS as TEXTS } from './activity-texts.js';
import type { ComparedSource, DeclaredCollection } from './compared-source.js';
import { type DriftFinding, driftFinding } from './drift-finding.js';
import { covers } from './personal-data-terms.js';
import { served, type ServedCollection } from './served.js';

/** What the register tells of its activities and the collections that serve them do not, and the other way round (PRF-02). */
export function activityDrift({ activities }: Register, sources: readonly ComparedSource[]): readonly DriftFinding[] {
  const collections = served(activities, sources);
  const declared = isWhole(sources) ? Object.entries(activities) : [];
  return [
    ...declared.flatMap(([id, activity]) => declaredOnly(id, activity, collections)),
    ...sources.flatMap((source) => source.collections.flatMap((each) => withoutEntry(source.id, each, activities))),
    ...collections.flatMap(undeclaredCategories),
  ];
}

/** Whether all collections are known. Those of a source without a data map are known when it was reached. */
function isWhole(sources: readonly ComparedSource[]): boolean {
  return sources.every(({ found, collections }) => !('problem' in found) || collections.length > 0);
}

/** What an activity declares and nothing holds. What is kept by hand, or partly so, is searched by hand. */
function declaredOnly(id: string, activity: Activity, collections: readonly ServedCollection[]): readonly DriftFinding[] {
  if (activity.systems?.some(({ manual }) => manual === true) === true) return [];
  const own = collections.filter((each) => each.activity === id);
  if (own.length === 0) return [driftFinding('ACTIVITY_NOWHERE', { activity: id }, TEXTS.nowhere, { activity: id })];
  const held = own.flatMap(({ fields }) => fields.flatMap(({ category }) => category ?? []));
  return [...new Set(Object.values(activity.fields ?? {}).map(({ category }) => category))]
    .filter((declared) => !held.some((category) => covers(declared, category)))
    .map((category) => driftFinding('CATEGORY_NOWHERE', { activity: id }, TEXTS.categoryNowhere, { activity: id, category }));
}

function withoutEntry(
  source: string,
  { name, activity, isPersonal }: DeclaredCollection,
  activities: Register['activities'],
): readonly DriftFinding[] {
  if (!isPersonal || (activity !== undefined && Object.hasOwn(activities, activity))) return [];
  const place = { source, collection: name };
  return activity === undefined
    ? [driftFinding('ACTIVITY_UNKNOWN', place, TEXTS.unnamed)]
    : [driftFinding('ACTIVITY_UNKNOWN', { ...place, activity }, TEXTS.unknown, { activity })];
}

/** Of what a processor does for others, its own register tells no categories (Art. 30(2)). */
function undeclaredCategories({ source, name, activity, entry, fields }: ServedCollection): readonly DriftFinding[] {
  if (entry.role.is === 'processor') return [];
  const declared = Object.values(entry.fields ?? {}).map(({ category }) => category);
  return fields.flatMap(({ name: field, category }) => {
    if (category === undefined || declared.some((each) => covers(each, category))) return [];
    const place = { source, collection: name, field, activity };
    return [driftFinding('CATEGORY_UNDECLARED', place, TEXTS.categoryUndeclared, { activity, category })];
  });
}
