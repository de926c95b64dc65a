import type { ReactElement } from 'react';
import { ConfirmDialog } from '../parts/confirm-dialog.js';
import { useSpeech } from '../words/use-speech.js';
import type { Member } from './member.js';

interface DisableDialogProps {
  readonly member: Member;
  readonly onClose: () => void;
}

/** Ends the access of somebody everywhere, at once. */
export function DisableDialog({ member, onClose }: DisableDialogProps): ReactElement {
  const { say } = useSpeech();
  return (
    <ConfirmDialog
      change="disableStaff"
      variables={{ id: member.id }}
      shown={['staff']}
      title={say('people.disableOf', { name: member.displayName })}
      text={say('people.disableText')}
      submit={say('people.disable')}
      onClose={onClose}
    />
  );
}
