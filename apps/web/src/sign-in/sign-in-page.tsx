import { type ReactElement, type ReactNode, useState } from 'react';
import { usePageTitle } from '../app/use-page-title.js';
import { Button } from '../parts/button.js';
import { useSpeech } from '../words/use-speech.js';
import { NewPasswordForm } from './new-password-form.js';
import type { Begun } from './session.js';
import { SetUpForm } from './set-up-form.js';
import { SignInForm } from './sign-in-form.js';
import { useSignIn } from './use-sign-in.js';

/** The page of whoever is not signed in yet; on a new installation, that of the first officer. */
export function SignInPage({ hash, onDone }: { readonly hash: string; readonly onDone: () => void }): ReactElement {
  const { say } = useSpeech();
  const { ways } = useSignIn();
  const [begun, setBegun] = useState(begunElsewhere(hash));
  const [hasCode, setHasCode] = useState(false);
  if (begun !== undefined) return <Entry title={say('signIn.second')} form={<SignInForm begun={begun} onDone={onDone} />} />;
  if (ways.setUp) return <Entry title={say('setUp.title')} form={<SetUpForm onBegun={setBegun} />} />;
  const back = (): void => {
    setHasCode(false);
  };
  if (hasCode) return <Entry title={say('newPassword.title')} form={<NewPasswordForm onBegun={setBegun} onBack={back} />} />;
  return (
    <Entry title={say('signIn.title')} form={<SignInForm onBegun={setBegun} onDone={onDone} />}>
      <p className="other-way">
        {say('newPassword.question')}{' '}
        <Button
          onPress={() => {
            setHasCode(true);
          }}
        >
          {say('newPassword.title')}
        </Button>
      </p>
    </Entry>
  );
}

interface EntryProps {
  readonly title: string;
  readonly form: ReactElement;
  readonly children?: ReactNode;
}

function Entry({ title, form, children }: EntryProps): ReactElement {
  usePageTitle(title);
  return (
    <main id="content" className="narrow" tabIndex={-1}>
      <h1>{title}</h1>
      {form}
      {children}
    </main>
  );
}

/** An identity provider has vouched for somebody, whose second factor is asked for here: the service says so behind the `#`. */
function begunElsewhere(hash: string): Begun | undefined {
  if (hash === '#enrolment') return { needs: 'enrolment', factors: [] };
  if (hash === '#second-factor') return { needs: 'second-factor', factors: ['totp', 'passkey'] };
  return undefined;
}
