import type { ReactElement } from 'react';
import type { Role } from '../api/operations.generated.js';
import { Ticks } from '../parts/ticks.js';
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
  const options = ROLES.map((role) => ({
    value: role,
    text: (
      <span>
        {say(`role.${role}`)} <span className="hint">{say(`roleText.${role}`)}</span>
      </span>
    ),
  }));
  return <Ticks<Role> legend={say('people.roles')} options={options} chosen={roles} onChange={onChange} fault={fault} />;
}
