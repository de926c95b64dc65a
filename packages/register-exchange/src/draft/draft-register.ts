import {
  type Activity,
  type JustifiedPeriod,
  type Recipient,
  type Register,
  registerFaults,
  type SubjectGroup,
} from '@habeas/core/law';
import type { ImportedActivity, ImportedRegister } from '../exchange.js';
import { cellOf, type TemplateActivity, type TemplateRegister } from '../template/template.js';
import { unmark } from '../text/mark.js';
import { dayIn, draftActivity, nameOf } from './draft-activity.js';
import { draftContacts, draftController, isRoleMark } from './draft-controller.js';
import { draftSecurity } from './draft-security.js';
import type { ImportNotes } from './import-notes.js';
import { freshName, nameFrom, SharedEntries } from './names.js';
import { unstatedItems } from './unstated-items.js';

const NOT_IN_TEMPLATE = { assumed: true, reason: 'The template says nothing of requests.' } as const;

const CASES: JustifiedPeriod = {
  length: 'P5Y',
  justification: 'Proof that a request was answered, while a claim about it can be brought (Code civil, art. 2224).',
  ...NOT_IN_TEMPLATE,
};

const ARCHIVES: JustifiedPeriod = {
  length: 'P30D',
  justification: 'Time to download; nothing is lost with it, since a request can be made again.',
  ...NOT_IN_TEMPLATE,
};

/**
 * A register of what the template's form says, sound as a file. What it does not say is unstated; what a register cannot do
 * without is assumed, with the reason (PRF-03).
 */
export function draftRegister(template: TemplateRegister, notes: ImportNotes): ImportedRegister {
  const shared = {
    subjects: new SharedEntries<SubjectGroup>(),
    recipients: new SharedEntries<Recipient>(),
    hasRoleMarks: template.head.some(({ block }) => block === 'controller') || isRoleMark(template),
  };
  const activities = new Map<string, Activity>();
  const imported = template.activities.map((activity) => {
    const drafted = draftActivity(activity, shared, notes);
    const reference = cellOf(activity, 'reference')?.text;
    const id = nameFrom(reference, activities) ?? freshName(unmark(nameOf(activity)).text, activities);
    activities.set(id, drafted);
    return importedActivity(id, activity, notes);
  });
  const draft = withUnstated({
    ...profileOf(template, notes),
    subjects: shared.subjects.entries,
    recipients: shared.recipients.entries,
    activities: Object.fromEntries(activities),
    unstated: [],
  });
  noteLimits(notes);
  for (const { path, what, remedy } of registerFaults(draft)) notes.add(undefined, `${path.join('.')}: ${what}`, remedy);
  return { draft, activities: imported, gaps: notes.gaps };
}

function withUnstated(draft: Register): Register {
  return { ...draft, unstated: unstatedItems(draft) };
}

function profileOf(
  template: TemplateRegister,
  notes: ImportNotes,
): Omit<Register, 'activities' | 'recipients' | 'subjects' | 'unstated'> {
  const controller = draftController(template, notes);
  const security = draftSecurity(template.activities, notes);
  return {
    id: freshName(controller.name, new Set()),
    controller,
    contacts: draftContacts(template, notes),
    jurisdiction: 'FR',
    timeZone: 'Europe/Paris',
    holidayCalendar: 'FR',
    languages: ['fr'],
    identity: { policyRequires: 'none', ...NOT_IN_TEMPLATE },
    declares: {},
    ...(security === undefined ? {} : { security }),
    caseRetention: CASES,
    archiveRetention: ARCHIVES,
  };
}

function importedActivity(id: string, activity: TemplateActivity, notes: ImportNotes): ImportedActivity {
  const reference = cellOf(activity, 'reference')?.text;
  const createdOn = dayIn(cellOf(activity, 'createdOn'), notes);
  const updatedOn = dayIn(cellOf(activity, 'updatedOn'), notes);
  return {
    id,
    ...(reference === undefined ? {} : { reference }),
    ...(createdOn === undefined ? {} : { createdOn }),
    ...(updatedOn === undefined ? {} : { updatedOn }),
  };
}

/** What the template never tells, and no list of what is unstated can. */
function noteLimits(notes: ImportNotes): void {
  const limits = [
    ['the titles are in French: the English ones repeat them', 'translate every "en"'],
    [
      'the template does not say what is law for requests: French law, time and holidays are set',
      'confirm jurisdiction, timeZone, holidayCalendar and languages',
    ],
    [
      'the template does not say where data come from, nor exactly what they are',
      'set origin and category of each field, and remove assumed and reason',
    ],
    [
      'the template does not say which purposes are advertising, nor which people are canvassed',
      'add marketing: true and prospect: true where it is so',
    ],
    [
      "the controller's policy is not in the template",
      'add what it says of identity, rights and portability, and what it declares',
    ],
  ] as const;
  for (const [what, remedy] of limits) notes.add(undefined, what, remedy);
}
