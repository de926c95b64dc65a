import { type ReactElement, useState } from 'react';
import { Button } from '../parts/button.js';
import { useSpeech } from '../words/use-speech.js';
import { provePasskey } from './session.js';
import { useSignIn } from './use-sign-in.js';

interface PasskeyButtonProps {
  readonly step: 'second-factor' | 'step-up';
  readonly onDone: () => void;
}

/** Proves with a passkey of the browser, or says that it was not used. */
export function PasskeyButton({ step, onDone }: PasskeyButtonProps): ReactElement {
  const { say } = useSpeech();
  const { call } = useSignIn();
  const [hasFailed, setFailed] = useState(false);
  return (
    <>
      <Button
        onPress={() => {
          setFailed(false);
          provePasskey(call, step).then(onDone, () => {
            setFailed(true);
          });
        }}
      >
        {say('signIn.usePasskey')}
      </Button>
      {hasFailed ? <p role="alert">{say('signIn.passkeyFailed')}</p> : null}
    </>
  );
}
