import type { ReactElement } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import { useSpeech } from '../words/use-speech.js';

/** What a button is for: the one thing to do here, something beside it, or what cannot be undone. */
type Weight = 'main' | 'plain' | 'grave';

interface OwnButtonProps extends Omit<ButtonProps, 'className' | 'children'> {
  readonly weight?: Weight;
  readonly children: string;
}

/** A button. While what it does is under way it stays where it is, with the keyboard on it, and says so to everybody. */
export function Button({ weight = 'plain', isPending = false, children, ...props }: OwnButtonProps): ReactElement {
  const { say } = useSpeech();
  return (
    <>
      <AriaButton {...props} className={isPending ? `button ${weight} pending` : `button ${weight}`}>
        {children}
      </AriaButton>
      <span role="status" className="unseen">
        {isPending ? say('app.loading') : ''}
      </span>
    </>
  );
}
