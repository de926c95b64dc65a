import type { Account, CollectionFindings } from '@habeas/core';
import { explainRedaction, explainScope, type WithheldField } from '@habeas/core/law';
import type { ArchiveLanguage } from '../options.js';
import { WITHHELD_TEXTS } from './provenance-texts.js';

/** The grounds of what the ledger counts and no table or index has: whoever verifies an archive adds it up again. */
export const OMITTED = 'omitted';
/** See {@link OMITTED}. */
export const OMITTED_FILES = 'omitted-files';
/** See {@link OMITTED}: what the purpose does not need for which an heir has data (PER-05). */
export const OUTSIDE = 'outside-purpose';
/** See {@link OUTSIDE}. */
export const OUTSIDE_FILES = 'outside-purpose-files';

/** Something that is held and not handed out: what, why and how much, never the content. */
export interface WithheldEntry {
  readonly source: string;
  readonly collection: string;
  readonly field?: string;
  /**
   * `outside-purpose`, `outside-purpose-files`: what an heir's purpose does not need. `secret`: a credential (a password hash, a token). `under-review`: records that wait for a person's decision.
   * `others-in-text`: what was found of other people in a free text; the rest of it is there. `redacted-record`, `redacted-value`,
   * `redacted-text`: what a person chose to hide in single records. Else the reason of the decision about scope: `derived`,
   * `third-party-data` …
   */
  readonly ground: string;
  /** For which right it was decided. */
  readonly right?: 'access' | 'portability';
  /** A mark stands in the place of its values. Otherwise it is not in the archive at all. */
  readonly marked?: boolean;
  /** The ground in words. */
  readonly explanation: string;
  /** Records, where that is known. */
  readonly count?: number;
}

/** What of one collection is not handed out, once its parts are consumed (PRT-01, TPD-03). */
export function withheldOf(found: CollectionFindings, language: ArchiveLanguage): readonly WithheldEntry[] {
  const { source, collection, disclosure } = found;
  const place = { source: source.id, collection: collection.name };
  const secrets = collection.withheld.map((field) => ({
    ...place,
    field,
    ground: 'secret',
    explanation: WITHHELD_TEXTS.secret[language],
  }));
  const outside = outsideOf(found, language);
  if (disclosure === undefined) return [...outside, ...secrets];
  const { right, withheld } = disclosure;
  const { records, files } = disclosure.omitted();
  const leftOut = (ground: typeof OMITTED | typeof OMITTED_FILES, count: number): readonly WithheldEntry[] =>
    count === 0 ? [] : [{ ...place, ground, right, explanation: WITHHELD_TEXTS[ground][language], count }];
  const omitted = [...leftOut(OMITTED, records), ...leftOut(OMITTED_FILES, files)];
  const hidden = disclosure.hidden().map(({ field, count }) => ({
    ...place,
    field,
    ground: 'others-in-text',
    right,
    marked: true,
    explanation: WITHHELD_TEXTS['others-in-text'][language],
    count,
  }));
  const redacted = disclosure.redacted().counts.map(({ field, extent, count, ...why }) => ({
    ...place,
    ...(field === undefined ? {} : { field }),
    ground: `redacted-${extent}`,
    right,
    marked: true,
    explanation: explainRedaction(why, language),
    count,
  }));
  return [
    ...outside,
    ...omitted,
    ...hidden,
    ...redacted,
    ...withheld.map((field) => ({ ...place, right, ...entryOf(field, language) })),
    ...secrets,
  ];
}

function outsideOf({ source, collection, outside }: CollectionFindings, language: ArchiveLanguage): readonly WithheldEntry[] {
  const { records, files } = outside?.() ?? { records: 0, files: 0 };
  const counted = [
    [OUTSIDE, records],
    [OUTSIDE_FILES, files],
  ] as const;
  return counted.flatMap(([ground, count]) => {
    const explanation = WITHHELD_TEXTS[ground][language];
    return count === 0 ? [] : [{ source: source.id, collection: collection.name, ground, explanation, count }];
  });
}

function entryOf(field: WithheldField, language: ArchiveLanguage): Omit<WithheldEntry, 'source' | 'collection'> {
  return {
    field: field.field,
    ground: field.reason,
    marked: field.mark !== undefined,
    explanation: explainScope(field, language),
  };
}

/** Of matches that wait for a decision only the number is told: they may be somebody else's. */
export function underReview({ ledger }: Account, language: ArchiveLanguage): readonly WithheldEntry[] {
  return ledger
    .filter(({ queued }) => queued > 0)
    .map(({ source, collection, queued }) => ({
      source: source.id,
      collection,
      ground: 'under-review',
      explanation: WITHHELD_TEXTS.underReview[language],
      count: queued,
    }));
}
