import { type ReactElement, useState } from 'react';
import { useChange } from '../api/use-change.js';
import { FormDialog } from '../parts/form-dialog.js';
import { useSpeech } from '../words/use-speech.js';
import type { Member } from './member.js';
import { RoleTicks } from './role-ticks.js';

interface MemberDialogProps {
  readonly member: Member;
  readonly onClose: () => void;
}

/** Replaces the roles of somebody. None ends their access to this controller. */
export function RolesDialog({ member, onClose }: MemberDialogProps): ReactElement {
  const { say } = useSpeech();
  const { mutate, error, isPending } = useChange('changeGrants', ['staff']);
  const [roles, setRoles] = useState(member.roles);
  return (
    <FormDialog
      title={say('people.rolesOf', { name: member.displayName })}
      submit={say('people.save')}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSubmit={() => {
        mutate(
          { id: member.id, roles },
          {
            onSuccess: (done) => {
              if (done !== undefined) onClose();
            },
          },
        );
      }}
    >
      <RoleTicks roles={roles} onChange={setRoles} />
      <p className="soft">{say('people.rolesText')}</p>
    </FormDialog>
  );
}
