import type { Activity } from '../register/activity.js';
import type { PortabilityPolicy } from '../register/controller-profile.js';
import type { Register } from '../register/register.js';
import type { Article9Condition } from '../register/vocabulary.js';
import type { ActivityFacts, PolicyScope } from '../scope/facts.js';

/**
 * What scope depends on in an activity of a register; `undefined` where it has no such activity. What a connector reads is
 * processed by automated means. A basis that the register assumes counts until the officer confirms or corrects it (PRF-03).
 */
export function activityFacts({ activities, portability }: Register, id: string): ActivityFacts | undefined {
  const activity = Object.hasOwn(activities, id) ? activities[id] : undefined;
  if (activity === undefined) return undefined;
  const article9 = conditionOf(activity);
  return {
    id,
    bases: basesOf(activity),
    automated: true,
    role: activity.role.is,
    ...(article9 === undefined ? {} : { article9 }),
    ...(portability === undefined ? {} : { policyScope: scopeOf(portability) }),
  };
}

function basesOf({ purposes = {} }: Activity): ActivityFacts['bases'] {
  return Object.values(purposes).flatMap(({ bases = [] }) =>
    bases.length === 0 ? [undefined] : bases.map(({ basis }) => basis),
  );
}

/** Consent counts where it is one of several: portability asks for it alone (SPC-02). */
function conditionOf({ article9 = [] }: Activity): Article9Condition | undefined {
  const conditions = article9.map(({ condition }) => condition);
  return conditions.find((condition) => condition === 'a') ?? conditions[0];
}

function scopeOf({ policyScope: { bases, onlyThrough } }: PortabilityPolicy): PolicyScope {
  return {
    origins: ['provided'],
    bases: bases ?? 'any',
    ...(onlyThrough === undefined ? {} : { channels: [onlyThrough.en] }),
  };
}
