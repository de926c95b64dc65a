const BACKING = ['assumed', 'reason'] as const;

/** A group of keys that may be assumed: its own keys that have a cell, and the mark of what is assumed. */
function backed(path: string, ...keys: readonly string[]): readonly string[] {
  return [...keys, ...BACKING].map((key) => `${path}.${key}`);
}

const ACTIVITY = 'activities.*';
const RULE = `${ACTIVITY}.retention.*`;

/** Everything in a register that has a cell in the template. What is not among these is told to be missing, whatever it is. */
export const CARRIED_PATHS: ReadonlySet<string> = new Set([
  ...backed('controller', 'name', 'address', 'country', 'representative', 'jointWith.*'),
  ...backed('contacts.dpo', 'name', 'email', 'phone', 'post'),
  ...backed('security', 'text.fr'),
  'subjects.*.title.fr',
  ...backed('recipients.*', 'title.fr', 'name', 'unnamedBecause', 'role', 'onlyIf.fr'),
  ...backed('recipients.*.location', 'in', 'in.*'),
  ...backed('recipients.*.safeguard', 'type', 'text.fr', 'copyFrom'),
  ...backed(ACTIVITY, 'title.fr', 'subjects.*', 'recipients', 'recipients.*'),
  ...backed(`${ACTIVITY}.role`, 'is'),
  ...backed(`${ACTIVITY}.purposes.*`, 'title.fr'),
  ...backed(`${ACTIVITY}.purposes.*.bases.*`, 'basis', 'interest.fr'),
  ...backed(`${ACTIVITY}.fields.*`, 'title.fr', 'special.*'),
  ...backed(RULE, 'subjects.*', 'fields.*', 'anchor.*', 'combine', 'whileOpen', 'then'),
  ...backed(`${RULE}.period`, 'length'),
  ...backed(`${RULE}.criterion`, 'text.fr', 'fixedBy'),
  ...backed(`${RULE}.overrides.*`, 'because', 'law', 'anchor', 'length', 'until.fr'),
]);

/** What has no cell, by where it begins, and what it is. The first that fits names it. */
export const OTHER_PATHS: readonly (readonly [RegExp, string, string])[] = [
  [/\.quote\b/u, '*.quote', 'where the policy states it, with its words'],
  [/\.en$/u, '*.en', 'the English wording'],
  [/^activities\.\*\.systems\b/u, 'activities.*.systems', 'the systems that hold the data'],
  [/^activities\.\*\.collectedFrom\b/u, 'activities.*.collectedFrom', 'where the data come from'],
  [/^activities\.\*\.article9\b/u, 'activities.*.article9', 'the condition of Art. 9(2)'],
  [/^activities\.\*\.adm\b/u, 'activities.*.adm', 'automated decisions'],
  [/^activities\.\*\.healthFastTrack$/u, 'activities.*.healthFastTrack', 'whether health data are due in eight days'],
  [
    /^activities\.\*\.fields\.\*\.category$/u,
    'activities.*.fields.*.category',
    'the term of the vocabulary; its family is there',
  ],
  [/^activities\.\*\.fields\.\*\.origin$/u, 'activities.*.fields.*.origin', 'whether the data are provided, observed or derived'],
  [/^activities\.\*\.purposes\.\*\.marketing$/u, 'activities.*.purposes.*.marketing', 'which purposes are advertising'],
  [/^subjects\.\*\.prospect$/u, 'subjects.*.prospect', 'which people are canvassed'],
  [/^controller\.legalForm$/u, 'controller.legalForm', 'the legal form'],
  [/^controller\.website$/u, 'controller.website', 'the website'],
  [/^contacts\.dpoNotRequired$/u, 'contacts.dpoNotRequired', 'why no officer is required'],
  [/^contacts\.rightsChannels\b/u, 'contacts.rightsChannels', 'where requests can be sent'],
  [/^unstated\.\*\.partly$/u, 'unstated.*.partly', 'what is told in part'],
  [
    /^(?:archiveRetention|caseRetention|declares|fees|identity|portability|postMortem|provision|rights|supervisoryAuthority)\b/u,
    '',
    "what the controller's policy says of requests",
  ],
  [/^(?:groupId|holidayCalendar|id|jurisdiction|languages|policy|timeZone)\b/u, '', 'what Habeas needs to answer requests'],
];
