import { type ReactElement, useState } from 'react';
import type { Role } from '../api/operations.generated.js';
import { useChange } from '../api/use-change.js';
import { FormDialog } from '../parts/form-dialog.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { OnceDialog } from './once-dialog.js';
import { RoleTicks } from './role-ticks.js';

const NOBODY = { displayName: '', login: '', roles: [] as readonly Role[] };

/** Makes an account; its owner chooses a password with a code that is shown once. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { say, moment } = useSpeech();
  const { mutate, data, error, isPending } = useChange('addStaff', ['staff', 'people']);
  const [typed, setTyped] = useState(NOBODY);
  const [isAsked, setAsked] = useState(false);
  if (data !== undefined) {
    const { member, oneTimeCode, expiresAt } = data.addStaff;
    const text = say('people.codeText', { name: member.displayName, until: moment(expiresAt) });
    return <OnceDialog title={say('people.invited')} text={text} secret={oneTimeCode} onClose={onClose} />;
  }
  return (
    <FormDialog
      title={say('people.invite')}
      submit={say('people.invite')}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        const { displayName, login, roles } = typed;
        if (displayName.trim() === '' || login.trim() === '' || roles.length === 0) return;
        mutate({ input: { displayName: displayName.trim(), login: login.trim(), roles } });
      }}
    >
      <NewMember typed={typed} isAsked={isAsked} onChange={setTyped} />
    </FormDialog>
  );
}

interface NewMemberProps {
  readonly typed: typeof NOBODY;
  /** Whether what is missing is told. */
  readonly isAsked: boolean;
  readonly onChange: (typed: typeof NOBODY) => void;
}

function NewMember({ typed, isAsked, onChange }: NewMemberProps): ReactElement {
  const { say } = useSpeech();
  const missing = (text: string): string | undefined => (isAsked && text.trim() === '' ? say('people.missing') : undefined);
  return (
    <>
      <TextField
        label={say('people.name')}
        value={typed.displayName}
        autoFocus
        fault={missing(typed.displayName)}
        onChange={(displayName) => {
          onChange({ ...typed, displayName });
        }}
      />
      <TextField
        label={say('signIn.login')}
        hint={say('people.loginHint')}
        value={typed.login}
        fault={missing(typed.login)}
        onChange={(login) => {
          onChange({ ...typed, login });
        }}
      />
      <RoleTicks
        roles={typed.roles}
        fault={isAsked && typed.roles.length === 0 ? say('people.missingRole') : undefined}
        onChange={(roles) => {
          onChange({ ...typed, roles });
        }}
      />
    </>
  );
}
