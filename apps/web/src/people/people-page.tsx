import { type ReactElement, useState } from 'react';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Cards } from '../parts/cards.js';
import { Loaded } from '../parts/loaded.js';
import { Room } from '../parts/room.js';
import { useSpeech } from '../words/use-speech.js';
import { DisableDialog } from './disable-dialog.js';
import { InviteDialog } from './invite-dialog.js';
import type { Member } from './member.js';
import { ResetDialog } from './reset-dialog.js';
import { RolesDialog } from './roles-dialog.js';

type Act = 'roles' | 'reset' | 'disable';

/** Who works here, and what each may do. */
export function PeoplePage(): ReactElement {
  const { say } = useSpeech();
  const query = useDocument('staff', {});
  const [act, setAct] = useState<{ readonly what: Act; readonly member: Member } | 'invite'>();
  const close = (): void => {
    setAct(undefined);
  };
  const invite = (
    <Button
      weight="main"
      onPress={() => {
        setAct('invite');
      }}
    >
      {say('people.invite')}
    </Button>
  );
  return (
    <Room title={say('room.people')} lead={say('people.lead')} actions={invite}>
      <Loaded query={query}>
        {({ staff }) => (
          <People
            staff={staff}
            onAct={(what, member) => {
              setAct({ what, member });
            }}
          />
        )}
      </Loaded>
      {act === 'invite' ? <InviteDialog onClose={close} /> : null}
      {act === undefined || act === 'invite' ? null : <ActDialog act={act.what} member={act.member} onClose={close} />}
    </Room>
  );
}

interface ActDialogProps {
  readonly act: Act;
  readonly member: Member;
  readonly onClose: () => void;
}

function ActDialog({ act, member, onClose }: ActDialogProps): ReactElement {
  if (act === 'roles') return <RolesDialog member={member} onClose={onClose} />;
  return act === 'reset' ? (
    <ResetDialog member={member} onClose={onClose} />
  ) : (
    <DisableDialog member={member} onClose={onClose} />
  );
}

interface PeopleProps {
  readonly staff: readonly Member[];
  readonly onAct: (what: Act, member: Member) => void;
}

function People({ staff, onAct }: PeopleProps): ReactElement {
  const { say } = useSpeech();
  return (
    <Cards
      label={say('room.people')}
      rows={staff}
      keyOf={({ id }) => id}
      columns={[
        { title: say('people.name'), cell: (member) => <Name member={member} /> },
        {
          title: say('people.roles'),
          cell: ({ roles }) => (roles.length === 0 ? say('people.noRole') : roles.map((role) => say(`role.${role}`)).join(', ')),
        },
        { title: say('people.access'), cell: (member) => <Access member={member} /> },
        { title: say('people.acts'), cell: (member) => <Acts member={member} onAct={onAct} /> },
      ]}
    />
  );
}

function Name({ member: { displayName, login } }: { readonly member: Member }): ReactElement {
  return (
    <>
      <bdi>{displayName}</bdi>
      <p className="soft">
        <bdi>{login}</bdi>
      </p>
    </>
  );
}

function Access({ member }: { readonly member: Member }): ReactElement {
  const { say, moment } = useSpeech();
  const { disabledAt, lockedUntil, hasPassword, hasSecondFactor } = member;
  if (disabledAt !== null) return <span className="pill">{say('people.disabled', { when: moment(disabledAt) })}</span>;
  if (lockedUntil !== null && Date.parse(lockedUntil) > Date.now())
    return <span className="pill act">{say('people.locked', { when: moment(lockedUntil) })}</span>;
  if (!hasPassword) return <span className="pill act">{say('people.invited')}</span>;
  return hasSecondFactor ? (
    <span className="pill work">{say('people.whole')}</span>
  ) : (
    <span className="pill act">{say('people.noFactor')}</span>
  );
}

function Acts({ member, onAct }: Pick<PeopleProps, 'onAct'> & { readonly member: Member }): ReactElement | null {
  const { say } = useSpeech();
  if (member.disabledAt !== null) return null;
  const { displayName: name } = member;
  const act = (what: Act, weight: 'plain' | 'grave'): ReactElement => (
    <Button
      weight={weight}
      aria-label={say(`people.${what}Of`, { name })}
      onPress={() => {
        onAct(what, member);
      }}
    >
      {say(`people.${what}`)}
    </Button>
  );
  return (
    <div className="row-acts">
      {act('roles', 'plain')}
      {act('reset', 'plain')}
      {act('disable', 'grave')}
    </div>
  );
}
