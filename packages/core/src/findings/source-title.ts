import type { SourceDescription } from './findings.js';

/** What a source is called to a person: in this language, else in English, else as its controller calls it (PER-01). */
export function sourceTitle({ title, titles }: Pick<SourceDescription, 'title' | 'titles'>, language: string): string {
  return titles?.[language] ?? titles?.['en'] ?? title;
}
