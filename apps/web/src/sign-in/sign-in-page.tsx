import { type ReactElement, useState } from 'react';
import { useSpeech } from '../words/use-speech.js';
import type { SayKey } from '../words/words.js';
import type { Begun } from './session.js';
import { SetUpForm } from './set-up-form.js';
import { SignInForm } from './sign-in-form.js';
import { useSignIn } from './use-sign-in.js';

/** The page of whoever is not signed in yet; on a new installation, that of the first officer. */
export function SignInPage({ hash, onDone }: { readonly hash: string; readonly onDone: () => void }): ReactElement {
  const { say } = useSpeech();
  const { ways } = useSignIn();
  const [begun, setBegun] = useState(begunElsewhere(hash));
  const isSetUp = ways.setUp && begun === undefined;
  const title: SayKey = isSetUp ? 'setUp.title' : begun === undefined ? 'signIn.title' : 'signIn.second';
  return (
    <main id="content" className="narrow" tabIndex={-1}>
      <h1>{say(title)}</h1>
      {isSetUp ? <SetUpForm onBegun={setBegun} /> : <SignInForm begun={begun} onDone={onDone} />}
    </main>
  );
}

/** An identity provider has vouched for somebody, whose second factor is asked for here: the service says so behind the `#`. */
function begunElsewhere(hash: string): Begun | undefined {
  if (hash === '#enrolment') return { needs: 'enrolment', factors: [] };
  if (hash === '#second-factor') return { needs: 'second-factor', factors: ['totp', 'passkey'] };
  return undefined;
}
