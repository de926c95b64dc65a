import { type ReactElement, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/states.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import type { Begun } from './session.js';
import { useFormStep } from './use-form-step.js';
import { useSignIn } from './use-sign-in.js';

interface NewPasswordFormProps {
  readonly onBegun: (begun: Begun) => void;
  /** Rather sign in with the password that there is. */
  readonly onBack: () => void;
}

/** Chooses the password of an account with the code that a data protection officer has handed over, and begins its session. */
export function NewPasswordForm({ onBegun, onBack }: NewPasswordFormProps): ReactElement {
  const { say } = useSpeech();
  const { call } = useSignIn();
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  // The code works once: where only the sign-in failed, that alone is done again
  const [chosen, setChosen] = useState<string>();
  const { isPending, error, run } = useFormStep();
  const choose = async (): Promise<string> => {
    const { login } = await call<{ readonly login: string }>('/password', { code: code.trim(), password });
    setChosen(login);
    return login;
  };
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        run(async () => {
          const login = chosen ?? (await choose());
          onBegun(await call<Begun>('', { login, password }));
        });
      }}
    >
      <p>{say('newPassword.text')}</p>
      <TextField label={say('newPassword.code')} value={code} onChange={setCode} autoComplete="off" isRequired autoFocus />
      <TextField
        label={say('newPassword.password')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        isRequired
      />
      {error === undefined ? null : <Fault error={error} />}
      <Button type="submit" weight="main" isPending={isPending}>
        {say('newPassword.submit')}
      </Button>
      <Button onPress={onBack}>{say('newPassword.back')}</Button>
    </Form>
  );
}
