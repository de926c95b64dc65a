import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { usePermissions } from '../app/use-permissions.js';
import { Room } from '../parts/room.js';
import { useSpeech } from '../words/use-speech.js';
import { ControllerParts } from './controller-parts.js';
import { FailedCallsPart } from './failed-calls-part.js';
import { PasskeysPart } from './passkeys-part.js';
import { SessionsPart } from './sessions-part.js';

/** What the controller is set to and what its systems were not told, for those who may see it; and one's own ways in. */
export function SettingsPage(): ReactElement {
  const { say } = useSpeech();
  const permissions = usePermissions();
  return (
    <Room title={say('room.settings')}>
      {permissions.has('settings.read') ? <ControllerParts /> : null}
      {permissions.has('request.read') ? <FailedCallsPart /> : null}
      <p>
        <Link href="/first-steps">{say('room.first')}</Link>
      </p>
      <PasskeysPart />
      <SessionsPart />
    </Room>
  );
}
