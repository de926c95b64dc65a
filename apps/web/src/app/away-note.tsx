import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useSyncExternalStore } from 'react';
import { Unreachable } from '../api/service.js';
import { useSpeech } from '../words/use-speech.js';

/** Says that the service does not answer, for as long as something is asked again and again. */
export function AwayNote(): ReactElement {
  const { say } = useSpeech();
  const cache = useQueryClient().getQueryCache();
  const isAway = useSyncExternalStore(
    (listener) => cache.subscribe(listener),
    () => cache.getAll().some(({ state }) => state.fetchStatus === 'fetching' && state.fetchFailureReason instanceof Unreachable),
  );
  return (
    <div role="status" className={isAway ? 'away' : 'away none'}>
      {isAway ? say('app.away') : ''}
    </div>
  );
}
