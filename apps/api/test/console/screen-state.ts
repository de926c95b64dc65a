import type { ScreenStory } from './screen-story.js';

export type Reach = (story: ScreenStory) => Promise<void>;

/** A screen in a state, and how somebody comes to it. */
export interface ScreenState {
  /** The file that it is made in, without its ending. */
  readonly screen: string;
  readonly state: string;
  readonly reach: Reach;
  /** What is there once it is reached. */
  readonly isThere: string;
}

/** States of one screen: what each is, how somebody comes to it, and what is there then. */
export function of(screen: string, ...states: readonly (readonly [string, Reach, string])[]): readonly ScreenState[] {
  return states.map(([state, reach, isThere]) => ({ screen, state, reach, isThere }));
}
