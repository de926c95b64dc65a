import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../parts/button.js';
import { Fault, Loading } from '../parts/states.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { CODE } from './second-factor-form.js';
import { useFormStep } from './use-form-step.js';
import { useSignIn } from './use-sign-in.js';

interface Ticket {
  readonly uri: string;
  readonly ticket: string;
}

/** An authenticator for an account that has no second factor yet, and the codes for the day on which it is lost. */
export function Enrolment({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { say } = useSpeech();
  const { call } = useSignIn();
  const [codes, setCodes] = useState<readonly string[]>();
  // Once: each ticket holds another key
  const { data, error } = useQuery({
    queryKey: ['enrolment'],
    queryFn: () => call<Ticket>('/totp', {}),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (codes !== undefined) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (error !== null) return <Fault error={error} />;
  if (data === undefined) return <Loading />;
  return (
    <>
      <h2>{say('signIn.enrol')}</h2>
      <ConfirmForm {...data} onCodes={setCodes} />
    </>
  );
}

function ConfirmForm({ uri, ticket, onCodes }: Ticket & { readonly onCodes: (codes: readonly string[]) => void }): ReactElement {
  const { say } = useSpeech();
  const { call } = useSignIn();
  const [code, setCode] = useState('');
  const { isPending, error, run } = useFormStep();
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        run(async () => {
          const { recoveryCodes } = await call<{ readonly recoveryCodes: readonly string[] }>('/totp/confirm', {
            ticket,
            code: code.trim(),
          });
          onCodes(recoveryCodes);
        });
      }}
    >
      <p>{say('signIn.enrolText')}</p>
      <dl className="facts">
        <dt>{say('signIn.enrolSecret')}</dt>
        <dd>
          <code className="secret">{secret.replaceAll(/(.{4})(?=.)/gu, '$1 ')}</code>
        </dd>
      </dl>
      <a href={uri}>{say('signIn.enrolOpen')}</a>
      <TextField {...CODE} label={say('signIn.code')} hint={say('signIn.codeHint')} value={code} onChange={setCode} />
      {error === undefined ? null : <Fault error={error} />}
      <Button type="submit" weight="main" isPending={isPending}>
        {say('signIn.secondSubmit')}
      </Button>
    </Form>
  );
}

function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }): ReactElement {
  const { say } = useSpeech();
  return (
    <>
      <h2>{say('signIn.codesTitle')}</h2>
      <p>{say('signIn.codesText')}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button weight="main" onPress={onDone} autoFocus>
        {say('signIn.codesDone')}
      </Button>
    </>
  );
}
