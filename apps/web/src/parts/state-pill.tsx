import type { ReactElement } from 'react';
import type { RequestState } from '../api/operations.generated.js';
import { useSpeech } from '../words/use-speech.js';

/** What a state means for whoever looks: somebody must act, the service works, or it is over. */
const TONES: Readonly<Record<RequestState, 'act' | 'work' | 'over' | 'alert'>> = {
  received: 'act',
  ready: 'act',
  searching: 'work',
  in_review: 'act',
  gathering: 'work',
  assembling: 'work',
  awaiting_release: 'act',
  released: 'over',
  refused: 'over',
  cancelled: 'over',
  paused: 'act',
  needs_attention: 'alert',
  shredded: 'over',
};

/** Where a request stands. The colour says nothing that the word does not. */
export function StatePill({ state }: { readonly state: RequestState }): ReactElement {
  const { say } = useSpeech();
  return <span className={`pill ${TONES[state]}`}>{say(`state.${state}`)}</span>;
}
