/**
 * How far a requirement is. `covered`: a user can rely on it. `begun`: the rule is there and tested, and nothing shows it yet.
 * `later`: nothing of it is claimed.
 */
export const STATUSES = ['covered', 'begun', 'later'] as const;

/** See {@link STATUSES}. */
export type RequirementStatus = (typeof STATUSES)[number];

/** One requirement of the law, by the id that tests and docstrings name. */
export interface Requirement {
  readonly id: string;
  readonly status: RequirementStatus;
  /** In a few words, for whoever reads the table. */
  readonly what: string;
}

const LINE = /^(?<id>[A-Z]{3}-\d{2}) (?<status>covered|begun|later) +(?<what>\S.*)$/u;

/** The requirements that a list names, one in a line: `DLN-01 covered  calendar months`. Lines beginning with `#` are comments. Throws, with the line, where one is none or comes twice. */
export function readRequirements(text: string): readonly Requirement[] {
  const found = new Map<string, Requirement>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const { id, status, what } = LINE.exec(line)?.groups ?? {};
    if (id === undefined || status === undefined || what === undefined) throw new Error(`line ${index + 1}: ${FORM}`);
    if (found.has(id)) throw new Error(`line ${index + 1}: ${id} is there twice`);
    found.set(id, { id, status: status as RequirementStatus, what });
  }
  return [...found.values()];
}

const FORM = `a requirement is written "XXX-00 ${STATUSES.join('|')} what it is"`;
