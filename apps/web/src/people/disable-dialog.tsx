import type { ReactElement } from 'react';
import { useChange } from '../api/use-change.js';
import { FormDialog } from '../parts/form-dialog.js';
import { useSpeech } from '../words/use-speech.js';
import type { Member } from './member.js';

interface DisableDialogProps {
  readonly member: Member;
  readonly onClose: () => void;
}

/** Ends the access of somebody everywhere, at once. */
export function DisableDialog({ member, onClose }: DisableDialogProps): ReactElement {
  const { say } = useSpeech();
  const { mutate, error, isPending } = useChange('disableStaff', ['staff']);
  return (
    <FormDialog
      title={say('people.disableOf', { name: member.displayName })}
      submit={say('people.disable')}
      isGrave
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSubmit={() => {
        mutate(
          { id: member.id },
          {
            onSuccess: (done) => {
              if (done !== undefined) onClose();
            },
          },
        );
      }}
    >
      <p>{say('people.disableText')}</p>
    </FormDialog>
  );
}
