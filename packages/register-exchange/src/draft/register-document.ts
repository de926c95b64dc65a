import type { Register } from '@habeas/core/law';
import type { ImportedActivity } from '../exchange.js';
import { Document, isMap, isScalar } from 'yaml';

const WIDEST = 120;
const HEADER = ' Imported: what is assumed has to be confirmed, and what is unstated has to be told or left so.';

/** A drafted register as a YAML file. What the workbook said of an activity that a register has no place for stands as a comment. */
export function registerDocument(draft: Register, activities: readonly ImportedActivity[]): string {
  const document = new Document({ register: 1, ...draft }, { aliasDuplicateObjects: false });
  document.commentBefore = HEADER;
  const map = document.get('activities');
  const comments = new Map(activities.map((activity) => [activity.id, commentOf(activity)]));
  for (const { key } of isMap(map) ? map.items : []) {
    const comment = isScalar(key) ? comments.get(String(key.value)) : undefined;
    if (isScalar(key) && comment !== undefined) key.commentBefore = comment;
  }
  return document.toString({ lineWidth: WIDEST });
}

function commentOf({ id, reference, createdOn, updatedOn }: ImportedActivity): string | undefined {
  const parts = [
    ...(reference === undefined || reference === id ? [] : [`reference ${reference.replaceAll(/\s+/gu, ' ')}`]),
    ...(createdOn === undefined ? [] : [`created on ${createdOn}`]),
    ...(updatedOn === undefined ? [] : [`updated on ${updatedOn}`]),
  ];
  return parts.length === 0 ? undefined : ` ${parts.join(', ')}`;
}
