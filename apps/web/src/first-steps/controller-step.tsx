import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { Loaded } from '../parts/loaded.js';
import { useSpeech } from '../words/use-speech.js';
import { Facts } from '../parts/facts.js';

/** Who answers: what subjects read in every letter, and what is missing of it. */
export function ControllerStep({ isNext }: { readonly isNext: boolean }): ReactElement {
  const query = useDocument('settings', {});
  return <Loaded query={query}>{({ settings }) => <Introduced settings={settings} isNext={isNext} />}</Loaded>;
}

function Introduced({ settings, isNext }: Pick<AcceptedOf<'settings'>, 'settings'> & { readonly isNext: boolean }): ReactElement {
  const { say } = useSpeech();
  const { name, contact, officer, authority, timeZone, holidays, hasRegister } = settings;
  return (
    <>
      <Facts
        facts={[
          [say('settings.name'), name],
          [say('settings.contact'), contact],
          [say('settings.officer'), officer],
          [say('first.authority'), authority],
          [say('first.place'), `${timeZone}, ${holidays}`],
          [say('room.register'), hasRegister ? say('first.named') : null],
        ]}
      />
      {hasRegister ? null : <p>{say('first.noRegister')}</p>}
      <div className="actions">
        <Link href="/first-steps/controller" className={isNext ? 'button main' : 'button plain'}>
          {say('first.writeController')}
        </Link>
        <Link href="/settings">{say('first.settings')}</Link>
      </div>
    </>
  );
}
