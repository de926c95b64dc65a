import type { ReactElement } from 'react';
import type { Role } from '../api/operations.generated.js';
import { useSpeech } from '../words/use-speech.js';

/** What people can be; `service` is for programs. */
const ROLES = ['dpo', 'handler', 'reviewer', 'connector_admin', 'auditor'] as const satisfies readonly Role[];

interface RoleTicksProps {
  readonly roles: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
  readonly fault?: string | undefined;
}

/** The roles of somebody, each with what it allows. */
export function RoleTicks({ roles, onChange, fault }: RoleTicksProps): ReactElement {
  const { say } = useSpeech();
  return (
    <fieldset className={fault === undefined ? undefined : 'faulty'}>
      <legend>{say('people.roles')}</legend>
      {ROLES.map((role) => (
        <label key={role} className="tick">
          <input
            type="checkbox"
            checked={roles.includes(role)}
            onChange={({ target }) => {
              onChange(target.checked ? [...roles, role] : roles.filter((each) => each !== role));
            }}
          />
          <span>
            {say(`role.${role}`)} <span className="hint">{say(`roleText.${role}`)}</span>
          </span>
        </label>
      ))}
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}
