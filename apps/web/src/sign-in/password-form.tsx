import { type ReactElement, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/states.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import type { Begun } from './session.js';
import { useFormStep } from './use-form-step.js';
import { useSignIn } from './use-sign-in.js';

/** Login and password, or the way to the identity provider. */
export function PasswordForm({ onBegun }: { readonly onBegun: (begun: Begun) => void }): ReactElement {
  const { say } = useSpeech();
  const { call, ways } = useSignIn();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const { isPending, error, run } = useFormStep();
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        run(async () => {
          onBegun(await call<Begun>('', { login, password }));
        });
      }}
    >
      <TextField label={say('signIn.login')} value={login} onChange={setLogin} autoComplete="username" isRequired autoFocus />
      <TextField
        label={say('signIn.password')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        isRequired
      />
      {error === undefined ? null : <Fault error={error} />}
      <Button type="submit" weight="main" isPending={isPending}>
        {say('signIn.submit')}
      </Button>
      {ways.provider ? <a href="/session/oidc">{say('signIn.provider')}</a> : null}
    </Form>
  );
}
