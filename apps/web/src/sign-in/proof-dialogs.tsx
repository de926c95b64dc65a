import { type ReactElement, useState, useSyncExternalStore } from 'react';
import { Form } from 'react-aria-components';
import type { Proofs } from '../api/proofs.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Fault } from '../parts/states.js';
import { TextField } from '../parts/text-field.js';
import { useSpeech } from '../words/use-speech.js';
import { PasskeyButton } from './passkey-button.js';
import { CODE } from './second-factor-form.js';
import { whoIsThere } from './session.js';
import { SignInForm } from './sign-in-form.js';
import { useFormStep } from './use-form-step.js';
import { useSignIn } from './use-sign-in.js';

interface ProofDialogsProps {
  readonly proofs: Proofs;
  /** Somebody else has signed in over the page. */
  readonly onOther: () => void;
}

/** Over whatever page is open: what somebody has to prove before what they asked for goes on. */
export function ProofDialogs({ proofs, onOther }: ProofDialogsProps): ReactElement | null {
  const kind = useSyncExternalStore(proofs.subscribe, proofs.kind);
  if (kind === 'session') return <SessionOverDialog proofs={proofs} onOther={onOther} />;
  return kind === 'step-up' ? <StepUpDialog proofs={proofs} /> : null;
}

function SessionOverDialog({ proofs, onOther }: ProofDialogsProps): ReactElement {
  const { say } = useSpeech();
  const { call, viewerId } = useSignIn();
  const goOn = async (): Promise<void> => {
    const { viewer } = await whoIsThere(call);
    if (viewer?.id === viewerId) proofs.given();
    else onOther();
  };
  return (
    <Dialog title={say('signIn.over')}>
      <p>{say('signIn.overText')}</p>
      <SignInForm onDone={() => void goOn()} />
    </Dialog>
  );
}

function StepUpDialog({ proofs }: { readonly proofs: Proofs }): ReactElement {
  const { say } = useSpeech();
  const { call, ways } = useSignIn();
  const [code, setCode] = useState('');
  const { isPending, error, run } = useFormStep();
  const onDone = (): void => {
    proofs.given();
  };
  return (
    <Dialog
      title={say('proof.title')}
      onClose={() => {
        proofs.cancel();
      }}
    >
      <p>{say('proof.text')}</p>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          run(async () => {
            await call('/step-up', { code: code.trim() });
            onDone();
          });
        }}
      >
        <TextField {...CODE} label={say('signIn.code')} hint={say('signIn.codeHint')} value={code} onChange={setCode} />
        {error === undefined ? null : <Fault error={error} />}
        <div className="actions">
          <Button type="submit" weight="main" isPending={isPending}>
            {say('proof.submit')}
          </Button>
          <PasskeyButton step="step-up" onDone={onDone} />
          <Button slot="close">{say('app.cancel')}</Button>
        </div>
        {ways.provider ? (
          <p>
            <a href="/session/oidc/step-up">{say('proof.provider')}</a> <span className="hint">{say('proof.providerText')}</span>
          </p>
        ) : null}
      </Form>
    </Dialog>
  );
}
