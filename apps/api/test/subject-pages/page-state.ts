import type { SubjectView } from '@habeas/subject-pages';
import type { Story } from './story.js';

/** A page in a state, and how somebody comes to it. */
export interface PageState {
  /** Of the pages; or a letter or the report, which are documents of their own. */
  readonly page: SubjectView['page'] | 'letter' | 'report';
  readonly state: string;
  /** The way by which the service is asked, below the home of a controller. */
  readonly at: string;
  readonly reach: (story: Story) => Promise<void>;
  /** What has to be there, where the heading is not enough. */
  readonly and?: string;
}

type Reach = PageState['reach'];

/** The states of a page that one way leads to. */
export function at(
  way: string,
  page: PageState['page'],
  ...states: readonly (readonly [string, Reach, string?])[]
): readonly PageState[] {
  return states.map(([state, reach, and]) => ({ at: way, page, state, reach, ...(and === undefined ? {} : { and }) }));
}
