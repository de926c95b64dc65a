import { type ReactElement, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/states.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import type { Begun } from './session.js';
import { useFormStep } from './use-form-step.js';
import { useSignIn } from './use-sign-in.js';

const EMPTY = { code: '', login: '', displayName: '', password: '' };

/** Makes the first account with the code of whoever started the service, and signs it in. */
export function SetUpForm({ onBegun }: { readonly onBegun: (begun: Begun) => void }): ReactElement {
  const { say } = useSpeech();
  const { call } = useSignIn();
  const [given, setGiven] = useState(EMPTY);
  const { isPending, error, run } = useFormStep();
  const field = (name: keyof typeof EMPTY): { value: string; onChange: (value: string) => void; isRequired: true } => ({
    value: given[name],
    onChange: (value) => {
      setGiven({ ...given, [name]: value });
    },
    isRequired: true,
  });
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        run(async () => {
          await call('/set-up', { ...given, code: given.code.trim() });
          onBegun(await call<Begun>('', { login: given.login, password: given.password }));
        });
      }}
    >
      <p>{say('setUp.text')}</p>
      <TextField label={say('setUp.code')} {...field('code')} autoComplete="off" autoFocus />
      <TextField label={say('setUp.name')} {...field('displayName')} autoComplete="name" />
      <TextField label={say('signIn.login')} {...field('login')} autoComplete="username" />
      <TextField label={say('signIn.password')} {...field('password')} type="password" autoComplete="new-password" />
      {error === undefined ? null : <Fault error={error} />}
      <Button type="submit" weight="main" isPending={isPending}>
        {say('setUp.submit')}
      </Button>
    </Form>
  );
}
