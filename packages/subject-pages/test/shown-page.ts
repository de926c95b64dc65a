import { readPage, type ParsedElement } from './parsed-page.js';
import { HOSTELS } from './sample-look.js';
import { renderSubjectPage } from '../src/render-subject-page.js';
import type { SubjectLanguage } from '../src/view/subject-look.js';
import type { SubjectView } from '../src/view/subject-view.js';

/** The elements of a page in the name of the sample's controller. */
export function shown(view: SubjectView, language: SubjectLanguage = 'en'): readonly ParsedElement[] {
  return readPage(renderSubjectPage(view, HOSTELS, language)).elements;
}

/** What can be read in the middle of it. */
export function wordsOn(view: SubjectView, language: SubjectLanguage = 'en'): string {
  return shown(view, language).find(({ tag }) => tag === 'main')?.text ?? '';
}

/** The field of a name. */
export function named(elements: readonly ParsedElement[], name: string): ParsedElement | undefined {
  return elements.find(({ attributes }) => attributes['name'] === name);
}
