import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { usePermissions } from '../app/use-permissions.js';
import { Room } from '../parts/room.js';
import { useSpeech } from '../words/use-speech.js';
import { ControllerParts } from './controller-parts.js';
import { PasskeysPart } from './passkeys-part.js';
import { SessionsPart } from './sessions-part.js';

/** What the controller is set to, for those who may see it; and one's own ways in. */
export function SettingsPage(): ReactElement {
  const { say } = useSpeech();
  const maySee = usePermissions().has('settings.read');
  return (
    <Room title={say('room.settings')}>
      {maySee ? <ControllerParts /> : null}
      <p>
        <Link href="/first-steps">{say('room.first')}</Link>
      </p>
      <PasskeysPart />
      <SessionsPart />
    </Room>
  );
}
