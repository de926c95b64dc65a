import type { Activity } from '../activity.js';
import type { Register } from '../register.js';
import type { ComparedSource, DeclaredCollection } from './compared-source.js';

/** A personal collection with the activity of the register that it serves. */
export interface ServedCollection extends DeclaredCollection {
  readonly source: string;
  readonly activity: string;
  /** The activity as the register has it. */
  readonly entry: Activity;
}

/** The collections that serve an activity of the register, in the order of sources and data maps. */
export function served(activities: Register['activities'], sources: readonly ComparedSource[]): readonly ServedCollection[] {
  return sources.flatMap(({ id, collections }) =>
    collections.flatMap((collection) => {
      const { activity = '', isPersonal } = collection;
      const entry = Object.hasOwn(activities, activity) ? activities[activity] : undefined;
      return entry === undefined || !isPersonal ? [] : [{ ...collection, source: id, activity, entry }];
    }),
  );
}
