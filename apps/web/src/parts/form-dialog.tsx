import type { ReactElement, ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { useSpeech } from '../words/use-speech.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { Fault } from './states.js';

interface FormDialogProps {
  readonly title: string;
  readonly submit: string;
  readonly isGrave?: boolean;
  readonly isPending: boolean;
  /** Why it was not done. What was typed stays. */
  readonly error: Error | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something is to be done, once it is said how: a form in a dialog. */
export function FormDialog(props: FormDialogProps): ReactElement {
  const { title, submit, isGrave = false, isPending, error, onSubmit, onClose, children } = props;
  const { say } = useSpeech();
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        {error === null ? null : <Fault error={error} />}
        <div className="actions">
          <Button type="submit" weight={isGrave ? 'grave' : 'main'} isPending={isPending}>
            {submit}
          </Button>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
