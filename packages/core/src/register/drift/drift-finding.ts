import { fill, type Wording } from '../../wording/wording.js';
import type { LintSeverity } from '../lint/lint.js';

/** The kinds of drift between a register and its sources (PRF-02), in the order they are explained in `docs/drift.md`. */
export const DRIFT_CODES = {
  SOURCE_UNREACHED: { severity: 'blocking', article: 'Art. 5(2), 15(1)' },
  COLLECTION_UNREAD: { severity: 'blocking', article: 'Art. 5(2), 15(1)' },
  TABLE_UNMAPPED: { severity: 'blocking', article: 'Art. 15(1), (3)' },
  TABLE_GONE: { severity: 'blocking', article: 'Art. 15(1), (3)' },
  COLUMN_UNMAPPED: { severity: 'warning', article: 'Art. 15(1)(b)' },
  COLUMN_GONE: { severity: 'blocking', article: 'Art. 15(1), (3)' },
  COLLECTION_UNFIT: { severity: 'blocking', article: 'Art. 15(1), (3)' },
  ACTIVITY_NOWHERE: { severity: 'blocking', article: 'Art. 15(1), 30(1)' },
  ACTIVITY_UNKNOWN: { severity: 'blocking', article: 'Art. 15(1)(a), 30(1)' },
  CATEGORY_UNDECLARED: { severity: 'warning', article: 'Art. 30(1)(c)' },
  CATEGORY_NOWHERE: { severity: 'warning', article: 'Art. 30(1)(c)' },
  SPECIAL_UNDECLARED: { severity: 'blocking', article: 'Art. 9(2), 30(1)(c)' },
  SPECIAL_NO_CONDITION: { severity: 'blocking', article: 'Art. 9(2)' },
  SPECIAL_UNTAGGED: { severity: 'blocking', article: 'Art. 9(1)' },
  SPECIAL_DENIED: { severity: 'warning', article: 'Art. 5(1)(a), 9(1)' },
} as const satisfies Readonly<Record<string, { readonly severity: LintSeverity; readonly article: string }>>;

/** The code of a kind of drift: stable, so that decisions about it can be kept. */
export type DriftCode = keyof typeof DRIFT_CODES;

/** Where drift is, as far as it is in one place. */
export interface DriftPlace {
  /** The source's id, as configured. */
  readonly source?: string;
  /** Of the data map; of a table that is in no data map, its name in the source. */
  readonly collection?: string;
  /** Of the data map; of a column that is in no data map, its name in the source. */
  readonly field?: string;
  /** The activity of the register, by its id. */
  readonly activity?: string;
}

/**
 * One thing in which what a register declares and what its sources hold are not the same: told to the officer only, never in a
 * subject's report. What is found is disclosed all the same.
 */
export interface DriftFinding extends DriftPlace {
  readonly code: DriftCode;
  readonly severity: LintSeverity;
  /** Of the GDPR. */
  readonly article: string;
  /** What is the case, in a sentence that is the same wherever the same is the case. */
  readonly what: Wording;
  /** What the controller can do about it. */
  readonly remedy: Wording;
}

/** The two sentences of a kind of drift. `{name}` stands for a part that is filled in. */
export interface DriftTexts {
  readonly what: Wording;
  readonly remedy: Wording;
}

/** A finding of this kind at this place. Throws where its sentences name a part that is not given. */
export function driftFinding(
  code: DriftCode,
  place: DriftPlace,
  { what, remedy }: DriftTexts,
  parts: Readonly<Record<string, string | Wording>> = {},
): DriftFinding {
  return { code, ...DRIFT_CODES[code], ...place, what: filled(what, parts), remedy: filled(remedy, parts) };
}

function filled(wording: Wording, parts: Readonly<Record<string, string | Wording>>): Wording {
  const inLanguage = (language: 'en' | 'fr'): string => {
    const own = Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? part : part[language]]);
    return fill(wording, language, Object.fromEntries(own) as Record<string, string>);
  };
  return { en: inLanguage('en'), fr: inLanguage('fr') };
}
