import type { ReactElement } from 'react';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { useSpeech } from '../words/use-speech.js';

interface OnceDialogProps {
  readonly title: string;
  readonly text: string;
  readonly secret: string;
  /** What is said by the way out. */
  readonly done?: string;
  readonly onClose: () => void;
}

/** A secret that is shown once. There is no way out but to say that it was kept. */
export function OnceDialog({ title, text, secret, done, onClose }: OnceDialogProps): ReactElement {
  const { say } = useSpeech();
  return (
    <Dialog title={title}>
      <p>{text}</p>
      <p className="once-told">
        <code tabIndex={0}>{secret}</code>
      </p>
      <div className="actions">
        <Button weight="main" autoFocus onPress={onClose}>
          {done ?? say('signIn.codesDone')}
        </Button>
      </div>
    </Dialog>
  );
}
