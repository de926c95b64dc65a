import { type ReactElement, useState } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Loaded } from '../parts/loaded.js';
import { Problem } from '../sources/check-result.js';
import { useSpeech } from '../words/use-speech.js';
import { Facts } from '../parts/facts.js';
import { Missing } from './step.js';

const ADDRESS = 'publicUrl: https://privacy.example.org';
const MAIL = "mail: { smtp: '${env:SMTP_URL}', from: 'Privacy <privacy@example.org>' }";

/** How people reach the service, and how it reaches them; both stand in service.yaml. */
export function ReachStep(): ReactElement {
  const query = useDocument('setup', {});
  return <Loaded query={query}>{({ setup }) => <Reached setup={setup} />}</Loaded>;
}

function Reached({ setup: { publicUrl, mailServer, mailFrom } }: Pick<AcceptedOf<'setup'>, 'setup'>): ReactElement {
  const { say } = useSpeech();
  return (
    <>
      <Facts
        facts={[
          [say('first.address'), publicUrl],
          [say('first.mailServer'), mailServer],
          ...(mailFrom === null ? [] : [[say('first.mailFrom'), mailFrom] as const]),
        ]}
      />
      {publicUrl === null ? <Missing what={say('first.noAddress')} yaml={ADDRESS} /> : null}
      {mailServer === null ? <Missing what={say('first.noMail')} yaml={MAIL} /> : <MailTest />}
    </>
  );
}

function MailTest(): ReactElement {
  const { say } = useSpeech();
  const [isAsked, setAsked] = useState(false);
  const query = useDocument('mailCheck', {}, { enabled: isAsked });
  return (
    <>
      {isAsked ? <Loaded query={query}>{({ mailCheck }) => <MailResult check={mailCheck} />}</Loaded> : null}
      <div className="actions">
        <Button
          isPending={query.isFetching}
          onPress={() => {
            setAsked(true);
            if (isAsked) void query.refetch();
          }}
        >
          {say('first.testMail')}
        </Button>
      </div>
    </>
  );
}

function MailResult({ check }: { readonly check: AcceptedOf<'mailCheck'>['mailCheck'] }): ReactElement {
  const { say } = useSpeech();
  const isReached = check?.reached === true;
  return (
    <div role="status" className={isReached ? 'check good' : 'check bad'}>
      <p>
        <strong>{say(isReached ? 'first.mailReached' : 'first.mailAway')}</strong>
      </p>
      {check?.problem == null ? null : <Problem problem={check.problem} />}
    </div>
  );
}
