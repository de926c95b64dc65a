import type { Phrasebook } from '@habeas/report';
import type { SubjectKey } from '../catalogue/subject.js';
import type { SubjectPaths } from '../subject-paths.js';
import type { SubjectLanguage, SubjectLook } from '../view/subject-look.js';

/** What every part of a page is given: words, in whose name, and where the pages lie. */
export interface Scene {
  readonly words: Phrasebook<SubjectKey>;
  readonly language: SubjectLanguage;
  readonly look: SubjectLook;
  readonly paths: SubjectPaths;
}
