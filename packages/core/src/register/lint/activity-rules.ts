import type { Activity } from '../activity.js';
import { hasCondition, holdsSpecial } from '../activity-items.js';
import { isStated, type RegisterPath } from '../backing.js';
import { calendarPeriod, isLonger } from '../../calendar/period.js';
import type { Register } from '../register.js';
import type { RegisterRetention } from '../retention.js';
import type { LintFinding } from './lint.js';

/**
 * The longest that CNIL's reference for commercial activities recommends for prospects, from collection or their last contact (RET-06).
 */
const LONGEST_FOR_PROSPECTS = calendarPeriod('P3Y');

/** BASIS_MISSING: of a purpose no legal basis is stated. One that is only assumed is none. */
export function missingBasis(register: Register): readonly LintFinding[] {
  return ownActivities(register).flatMap(([id, { purposes }]) => {
    const path = ['activities', id, 'purposes'];
    if (purposes === undefined) return [baseless(path, `the activity "${id}", of which no purpose is stated`)];
    return Object.entries(purposes)
      .filter(([, { bases = [] }]) => !bases.some(isStated))
      .map(([purpose]) => baseless([...path, purpose, 'bases'], `the purpose "${purpose}" of the activity "${id}"`));
  });
}

/** ART9_NO_CONDITION: special categories are held, and no condition of Art. 9(2) is stated (SPC-02). */
export function missingCondition(register: Register): readonly LintFinding[] {
  return ownActivities(register)
    .filter(([, activity]) => holdsSpecial(activity) && !hasCondition(activity))
    .map(([id]) => ({
      path: ['activities', id, 'article9'],
      text: `The activity "${id}" holds special categories of data, and no condition is stated under which that is allowed.`,
      remedy: 'Name the condition of Art. 9(2), most often explicit consent (a), or stop holding them.',
    }));
}

/**
 * RET_VAGUE: how long is left open: no rule, no moment it runs from, or neither a period nor what fixes the end (RET-03, RET-07).
 * Advertising with special categories needs a limit in time, and no event is one (SPC-05; Court of Justice, C-446/21).
 */
export function vagueRetention(register: Register): readonly LintFinding[] {
  return ownActivities(register).flatMap(([id, activity]) => {
    const { retention } = activity;
    const needsPeriod = isMarketing(activity) && holdsSpecial(activity);
    const path = ['activities', id, 'retention'];
    if (retention === undefined || retention.length === 0) return [vague(path, id, 'how long its data are kept is not stated')];
    return retention.flatMap((rule, index) => {
      const why = vagueness(rule) ?? (needsPeriod ? limitlessness(rule) : undefined);
      return why === undefined ? [] : [vague([...path, index], id, why)];
    });
  });
}

/** RET_GUIDANCE: people who are canvassed and are no customers are kept longer than the authority recommends (RET-06). */
export function overlongCanvassing({ subjects, activities }: Register): readonly LintFinding[] {
  const isProspect = (group: string): boolean => subjects[group]?.prospect === true;
  return Object.entries(activities).flatMap(([id, activity]) =>
    (isMarketing(activity) ? (activity.retention ?? []) : []).flatMap((rule, index) => {
      const groups = rule.subjects ?? activity.subjects ?? [];
      if (!isOverlong(rule)) return [];
      return groups.filter(isProspect).map((group) => overlong(['activities', id, 'retention', index], id, group));
    }),
  );
}

/** Of what it does for others, a processor states nothing: its controllers do. */
export function ownActivities({ activities }: Register): readonly (readonly [string, Activity])[] {
  return Object.entries(activities).filter(([, { role }]) => role.is !== 'processor');
}

function baseless(path: RegisterPath, of: string): LintFinding {
  return {
    path,
    text: `No legal basis is stated of ${of}.`,
    remedy: 'State the basis of Art. 6(1). What is portable, and which rights apply, follow from it.',
  };
}

function vagueness({ anchor = [], period, criterion, ...rule }: RegisterRetention): string | undefined {
  if (!isStated(rule)) return 'how long its data are kept is not stated, only assumed';
  if (anchor.length === 0) return `nothing says from when the period runs${forWhom(rule)}`;
  if (period !== undefined && isStated(period)) return undefined;
  if (criterion === undefined) return `no period is stated${forWhom(rule)}`;
  return criterion.fixedBy === undefined ? `"${criterion.text.en}" names no event and no law that fixes the end` : undefined;
}

function limitlessness(rule: RegisterRetention): string | undefined {
  const isLimited = rule.period !== undefined && isStated(rule.period);
  return isLimited ? undefined : `special categories serve for advertising, and no period limits that${forWhom(rule)}`;
}

function forWhom({ subjects = [] }: RegisterRetention): string {
  return subjects.length === 0 ? '' : ` (${subjects.join(', ')})`;
}

function vague(path: RegisterPath, id: string, why: string): LintFinding {
  return {
    path,
    text: `Of the activity "${id}", ${why}.`,
    remedy: 'Give a period and the moment it runs from, or the event or the law, by its name, that fixes the end.',
  };
}

function isMarketing({ purposes = {} }: Activity): boolean {
  return Object.values(purposes).some(({ marketing }) => marketing === true);
}

/** A period that runs from no moment is compared with nothing: it is vague. */
function isOverlong({ anchor = [], period }: RegisterRetention): boolean {
  return (
    anchor.length > 0 &&
    period !== undefined &&
    isStated(period) &&
    isLonger(calendarPeriod(period.length), LONGEST_FOR_PROSPECTS)
  );
}

function overlong(path: RegisterPath, id: string, group: string): LintFinding {
  return {
    path,
    text: `The activity "${id}" keeps "${group}", who are canvassed, for more than three years (CNIL's reference for commercial activities).`,
    remedy: 'Keep prospects three years from collection or their last contact, or write down why longer is needed.',
  };
}
