import type { CollectionSpec, FieldSpec } from '@habeas/connector-sdk';
import type { SourceDescription } from '@habeas/core';
import { dateInWords, type Language, type LocalDate, sourceTitle, type Wording } from '@habeas/core/law';
import { REPORT_CATALOGUES, type ReportKey, type ReportLanguage } from '../../catalogue/report.js';
import { type Parts, Phrasebook } from '../../language/phrasebook.js';
import type { Block, Text } from '../../document/document.js';

/** Speaks the language of one report. */
export class ReportVoice {
  readonly book: Phrasebook<ReportKey>;
  readonly #countries: Intl.DisplayNames;

  constructor(readonly language: ReportLanguage) {
    this.book = new Phrasebook(language, REPORT_CATALOGUES[language]);
    this.#countries = new Intl.DisplayNames(language, { type: 'region' });
  }

  /** The language in which core explains decisions. */
  get core(): Language {
    return this.language;
  }

  say(key: ReportKey, parts?: Parts): string {
    return this.book.say(key, parts);
  }

  pick(wording: Wording | Readonly<Record<string, string>>): string {
    return this.book.pick(wording);
  }

  list(items: readonly string[]): string {
    return this.book.list(items);
  }

  /** What a collection is called; its name where nobody has given it a title. */
  collection({ title, name }: Pick<CollectionSpec, 'title' | 'name'>): string {
    return title === undefined ? name : this.pick(title);
  }

  /** What a source is called, in the language of the page where it has a title in it. */
  source(source: Pick<SourceDescription, 'title' | 'titles'>): string {
    return sourceTitle(source, this.language);
  }

  /** What a field is called; its name where nobody has given it a title. */
  field({ title, name }: Pick<FieldSpec, 'title' | 'name'>): string {
    return title === undefined ? name : this.pick(title);
  }

  /** A day as people write it, as core writes it in its sentences; fast enough for every cell of a table. */
  day(date: LocalDate): string {
    return dateInWords(date, this.core);
  }

  country(code: string): string {
    return this.#countries.of(code) ?? code;
  }
}

/** A paragraph. */
export function paragraph(text: Text): Block {
  return { kind: 'paragraph', text };
}

/** A list, or a paragraph where there is only one thing to say. */
export function listOf(items: readonly Text[]): Block {
  const [only] = items;
  return items.length === 1 && only !== undefined ? paragraph(only) : { kind: 'list', items };
}

/** The text without its full stop, to be part of a sentence. */
export function withinSentence(text: string): string {
  return text.replace(/[.\s]+$/u, '');
}
