import { type ReactElement, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/states.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { PasskeyButton } from './passkey-button.js';
import { useFormStep } from './use-form-step.js';
import { useSignIn } from './use-sign-in.js';

interface SecondFactorFormProps {
  /** With what it can be proved. */
  readonly factors: readonly string[];
  readonly onDone: () => void;
}

/** The second half of a sign-in: a code of the authenticator, one of the recovery codes, or a passkey. */
export function SecondFactorForm({ factors, onDone }: SecondFactorFormProps): ReactElement {
  const { say } = useSpeech();
  const { call } = useSignIn();
  const [code, setCode] = useState('');
  const [kind, setKind] = useState<'totp' | 'recovery'>(
    factors.includes('passkey') && !factors.includes('totp') ? 'recovery' : 'totp',
  );
  const { isPending, error, run } = useFormStep();
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        run(async () => {
          await call('/second-factor', { kind, code: code.trim() });
          onDone();
        });
      }}
    >
      {kind === 'totp' ? (
        <TextField
          {...CODE}
          label={say('signIn.code')}
          hint={say('signIn.codeHint')}
          value={code}
          onChange={setCode}
          key="totp"
        />
      ) : (
        <TextField label={say('signIn.recovery')} value={code} onChange={setCode} isRequired autoFocus key="recovery" />
      )}
      {error === undefined ? null : <Fault error={error} />}
      <Button type="submit" weight="main" isPending={isPending}>
        {say('signIn.secondSubmit')}
      </Button>
      {factors.includes('passkey') ? <PasskeyButton step="second-factor" onDone={onDone} /> : null}
      <Button
        onPress={() => {
          setCode('');
          setKind(kind === 'totp' ? 'recovery' : 'totp');
        }}
      >
        {say(kind === 'totp' ? 'signIn.useRecovery' : 'signIn.useCode')}
      </Button>
    </Form>
  );
}

/** How every field for a code of an authenticator is. */
export const CODE = { inputMode: 'numeric', autoComplete: 'one-time-code', isRequired: true, autoFocus: true } as const;
