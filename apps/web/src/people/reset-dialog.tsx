import type { ReactElement } from 'react';
import { useChange } from '../api/use-change.js';
import { FormDialog } from '../parts/form-dialog.js';
import { useSpeech } from '../words/use-speech.js';
import { OnceDialog } from './once-dialog.js';
import type { Member } from './member.js';

interface ResetDialogProps {
  readonly member: Member;
  readonly onClose: () => void;
}

/** Voids the password and the second factor of somebody who has lost one: a code that is shown once lets them begin anew. */
export function ResetDialog({ member, onClose }: ResetDialogProps): ReactElement {
  const { say, moment } = useSpeech();
  const { mutate, data, error, isPending } = useChange('resetStaff', ['staff']);
  const title = say('people.resetOf', { name: member.displayName });
  if (data !== undefined) {
    const { oneTimeCode, expiresAt } = data.resetStaff;
    const text = say('people.codeText', { name: member.displayName, until: moment(expiresAt) });
    return <OnceDialog title={title} text={text} secret={oneTimeCode} onClose={onClose} />;
  }
  return (
    <FormDialog
      title={title}
      submit={say('people.reset')}
      isGrave
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSubmit={() => {
        mutate({ id: member.id });
      }}
    >
      <p>{say('people.resetText')}</p>
    </FormDialog>
  );
}
