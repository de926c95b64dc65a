import type { RequestState } from '@habeas/core';
import { type Html, markup, trusted } from '@habeas/report';
import type { Scene } from '../parts/scene.js';
import { NOTHING } from '../parts/told.js';

const STEPS = ['ask', 'prove', 'search', 'check', 'ready'] as const;

/** How many steps are behind a request in each state. What has ended otherwise has no steps. */
const BEHIND: Readonly<Record<RequestState, number | undefined>> = {
  received: 1,
  ready: 2,
  searching: 2,
  in_review: 3,
  gathering: 2,
  assembling: 2,
  awaiting_release: 3,
  released: STEPS.length,
  refused: undefined,
  cancelled: undefined,
  paused: 2,
  needs_attention: 2,
  shredded: undefined,
};

/** How far a request is, as steps: what is done and where it is now is said too, not only shown. */
export function progress(state: RequestState, { words }: Scene): Html {
  const behind = BEHIND[state];
  if (behind === undefined) return NOTHING;
  const steps = STEPS.map((step, index) => {
    const stands = index < behind ? 'done' : index === behind ? 'current' : undefined;
    const name = words.say(`follow.step.${step}`);
    if (stands === undefined) return markup`<li>${name}</li>\n`;
    const mark = stands === 'current' ? trusted(' aria-current="step"') : NOTHING;
    return markup`<li class="${stands}"${mark}>${name}<span class="unseen"> (${words.say(`follow.step.${stands}`)})</span></li>\n`;
  });
  return markup`<ol class="steps" aria-label="${words.say('follow.steps')}">\n${steps}</ol>\n`;
}
