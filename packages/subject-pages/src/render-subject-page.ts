import { subjectWords } from './catalogue/subject.js';
import { askPage } from './pages/ask-page.js';
import { askedPage } from './pages/asked-page.js';
import { downloadPage, lockedPage } from './pages/download-page.js';
import { faultPage } from './pages/fault-page.js';
import { findPage } from './pages/find-page.js';
import { followPage } from './pages/follow-page.js';
import { gonePage, openPage } from './pages/link-pages.js';
import { provePage } from './pages/prove-page.js';
import { confirmPage, donePage, missingPage, stopPage } from './pages/request-pages.js';
import { signInPage } from './pages/sign-in-page.js';
import { transmitPage } from './pages/transmit-page.js';
import type { Page } from './parts/page.js';
import type { Scene } from './parts/scene.js';
import { shell } from './parts/shell.js';
import { subjectPaths } from './subject-paths.js';
import { lookFaults } from './view/look-faults.js';
import type { SubjectLanguage, SubjectLook } from './view/subject-look.js';
import type { SubjectView } from './view/subject-view.js';

/**
 * A page as the subject sees it: a whole HTML document that needs no script. Whatever was typed or comes from a source is escaped.
 * Throws where the look has faults ({@link lookFaults}), before anything is shown in a wrong name or with a link that leads astray.
 */
export function renderSubjectPage(view: SubjectView, look: SubjectLook, language: SubjectLanguage): string {
  const [fault] = lookFaults(look);
  if (fault !== undefined) throw new RangeError(`a look that no page can be made of: ${fault}`);
  const scene: Scene = { words: subjectWords(language), language, look, paths: subjectPaths(look.home, language) };
  return shell(scene, view.page, pageOf(view, scene));
}

const PAGES: { readonly [Name in SubjectView['page']]: (view: Extract<SubjectView, { page: Name }>, scene: Scene) => Page } = {
  ask: askPage,
  asked: askedPage,
  find: findPage,
  prove: provePage,
  'sign-in': signInPage,
  follow: followPage,
  open: openPage,
  download: downloadPage,
  locked: lockedPage,
  gone: gonePage,
  missing: missingPage,
  transmit: transmitPage,
  'not-me': confirmPage,
  withdraw: confirmPage,
  stop: stopPage,
  done: donePage,
  fault: faultPage,
};

/** What each page is called, as it says itself. */
export const SUBJECT_PAGES = Object.keys(PAGES) as readonly SubjectView['page'][];

/** The compiler does not see that a view and what shows it have the same name. */
function pageOf(view: SubjectView, scene: Scene): Page {
  return (PAGES[view.page] as (view: SubjectView, scene: Scene) => Page)(view, scene);
}
