import type { ReactElement, ReactNode } from 'react';
import { ServiceRefusal, Unreachable } from '../api/service.js';
import { knownWord } from '../words/known-word.js';
import { useSpeech } from '../words/use-speech.js';
import type { SayKey } from '../words/words.js';
import { Button } from './button.js';

/** Something is on its way. */
export function Loading(): ReactElement {
  const { say } = useSpeech();
  return (
    <p className="loading" role="status">
      {say('app.loading')}
    </p>
  );
}

/** Why something was not done, in the language of the page; what the service says of it, in its own. */
export function Fault({ error }: { readonly error: unknown }): ReactElement {
  const { say } = useSpeech();
  const said = error instanceof ServiceRefusal ? [error.message, error.remedy].filter(Boolean).join(' ') : '';
  return (
    <div className="fault-box" role="alert">
      <p>
        <strong>{say(wordOf(error))}</strong>
      </p>
      {said === '' ? null : (
        <p>
          {say('refusal.details')}: <q lang="en">{said}</q>
        </p>
      )}
    </div>
  );
}

function wordOf(error: unknown): SayKey {
  if (error instanceof Unreachable) return 'refusal.AWAY';
  return (error instanceof ServiceRefusal ? knownWord('refusal', error.code) : undefined) ?? 'refusal.OTHER';
}

interface FailedProps {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/**
 * Something could not be loaded. It can be tried again without losing the rest of the page, unless it is not for this role: then
 * that is said.
 */
export function Failed({ title, error, onRetry }: FailedProps): ReactElement {
  const { say } = useSpeech();
  if (error instanceof ServiceRefusal && error.code === 'FORBIDDEN')
    return (
      <Empty title={say('room.forbidden')}>
        <p>{say('room.forbiddenText')}</p>
      </Empty>
    );
  return (
    <div className="failed">
      <p>{title}</p>
      <Fault error={error} />
      <Button onPress={onRetry}>{say('app.retry')}</Button>
    </div>
  );
}

/** Nothing is there, and what that means. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactElement {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
