import type { Register } from '@habeas/core/law';
import type { NotCarried } from '../exchange.js';
import { CARRIED_PATHS, OTHER_PATHS } from './carried-paths.js';
import { carriedActivities } from './fill-template.js';

type Path = readonly (string | number)[];

/** Groups of keys whose keys are names that the author of a register chose. */
const NAMED = new Set(['activities', 'fields', 'purposes', 'recipients', 'subjects']);

/**
 * Everything of a register that is not in its template's form, in the order of the register. It goes by what is known to be
 * carried: a key that nobody has thought of is told as well.
 */
export function notCarried(register: Register): readonly NotCarried[] {
  const carried = new Set(carriedActivities(register).map(([id]) => id));
  const told = new Map<string, NotCarried>();
  const tell = (path: string, what: string): void => {
    told.set(path, { path, what, count: (told.get(path)?.count ?? 0) + 1 });
  };
  for (const path of leavesOf(register, [])) {
    if (path[0] === 'activities' && !carried.has(String(path[1]))) continue;
    const pattern = patternOf(path);
    if (!CARRIED_PATHS.has(pattern) && pattern !== 'unstated.*.item') tell(...nameOf(pattern));
  }
  for (const [path, what] of exceptions(register)) tell(path, what);
  return [...told.values()];
}

function nameOf(pattern: string): readonly [string, string] {
  const [, path, what] = OTHER_PATHS.find(([begins]) => begins.test(pattern)) ?? [];
  const [first = pattern] = pattern.split('.');
  return [path === '' ? first : (path ?? pattern), what ?? 'the template has no place for it'];
}

/** What has a place in the template, and not in this register's. */
function exceptions(register: Register): readonly (readonly [string, string])[] {
  const carried = carriedActivities(register).map(([, activity]) => activity);
  const left = Object.keys(register.activities).length - carried.length;
  const isJoint = carried.some(({ role }) => role.is === 'joint');
  const hasPartners = register.controller.jointWith !== undefined;
  return [
    ...Array.from(
      { length: left },
      () => ['activities.*', 'activities on behalf of others: they have a register of their own'] as const,
    ),
    ...carried.flatMap(({ role }) =>
      role.is === 'joint' && !hasPartners
        ? [['activities.*.role', 'that others decide too, since nobody says who'] as const]
        : [],
    ),
    ...(hasPartners && !isJoint
      ? [['controller.jointWith', 'with whom the controller decides, since no activity is joint'] as const]
      : []),
    ...(['recipients', 'subjects'] as const).flatMap((kind) => {
      const used = new Set(carried.flatMap((activity) => activity[kind] ?? []));
      const unused = Object.keys(register[kind]).filter((id) => !used.has(id));
      return unused.map(() => [`${kind}.*`, 'those of activities on behalf of others'] as const);
    }),
  ];
}

/** The paths of all values that hold no others, and of groups that hold nothing but what they rest on: a right that a policy tells of. */
function* leavesOf(value: unknown, path: Path): Iterable<Path> {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (inner.every(([key]) => key === 'quote')) yield path;
  for (const [key, child] of inner) yield* leavesOf(child, [...path, Array.isArray(value) ? Number(key) : key]);
}

function patternOf(path: Path): string {
  return path.map((step, index) => (typeof step === 'number' || NAMED.has(String(path[index - 1])) ? '*' : step)).join('.');
}
