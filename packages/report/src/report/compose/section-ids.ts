/** The sections that others point to. Ids of activities have letters, digits and `_`; those of sources have hyphens, too. */
export const COMPLAINT_ID = 'complaint';
/** See {@link COMPLAINT_ID}. */
export const SEARCH_ID = 'search';

/** An activity's section. */
export function activityId(activity: string): string {
  return `activity-${activity.replaceAll('_', '-').toLowerCase()}`;
}

/** A collection's section: the number says where the id of the source ends. */
export function tableId(source: string, number: number): string {
  return `table-${source}-${String(number)}`;
}
