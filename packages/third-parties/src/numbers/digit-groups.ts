/** A run of digits in a text. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** Several groups that are written as one number: what joins them, and their lengths as a shape: `22222`, `56`. */
export interface NumberText {
  /** Where it begins, with its `+` or bracket. */
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly shape: string;
  /** What stands between the groups, without spaces. */
  readonly joints: string;
  readonly isInternational: boolean;
}

const JOINT = /^(?:\s?[./–-]\s?|[ \u00a0\u202f]{1,2}|[ \u00a0\u202f]?[()]{1,2}[ \u00a0\u202f]?)$/u;
const LONGEST_JOINT = 4;
const MOST_GROUPS = 9;
const MOST_DIGITS = 16;

/** All runs of digits of a text, in order. */
export function digitGroups(text: string): readonly DigitGroup[] {
  return [...text.matchAll(/\d+/gu)].map(({ index, 0: digits }) => ({ start: index, end: index + digits.length, digits }));
}

/** The numbers that may begin with a group, the longest first: at most nine, so that the whole text takes linear time. */
export function numbersFrom(
  text: string,
  groups: readonly DigitGroup[],
  first: number,
): readonly (NumberText & { next: number })[] {
  const head = groups[first] as DigitGroup;
  const opening = /(?:\+\s?|\+?\(\+?)$/u.exec(text.slice(Math.max(0, head.start - 3), head.start))?.[0] ?? '';
  const found: (NumberText & { next: number })[] = [];
  let [digits, shape, joints] = ['', '', ''];
  for (let at = first; at < Math.min(groups.length, first + MOST_GROUPS); at += 1) {
    const group = groups[at] as DigitGroup;
    const joint = at === first ? '' : text.slice((groups[at - 1] as DigitGroup).end, group.start);
    if (at > first && (joint.length > LONGEST_JOINT || !JOINT.test(joint))) break;
    digits += group.digits;
    if (digits.length > MOST_DIGITS) break;
    shape += group.digits.length.toString(36);
    joints += joint.replace(/\s/gu, '');
    const isInternational = opening.includes('+');
    found.unshift({ start: head.start - opening.length, end: group.end, digits, shape, joints, isInternational, next: at + 1 });
  }
  return found;
}
