import { type ReactElement, useState } from 'react';
import { Enrolment } from './enrolment.js';
import { PasswordForm } from './password-form.js';
import { SecondFactorForm } from './second-factor-form.js';
import type { Begun } from './session.js';

interface SignInFormProps {
  /** Where a session was begun elsewhere: by an identity provider. */
  readonly begun?: Begun | undefined;
  /** Told of the first half by whoever shows another page then. */
  readonly onBegun?: (begun: Begun) => void;
  readonly onDone: () => void;
}

/** Both halves of a sign-in, and the set-up of the second where there is none. */
export function SignInForm({ begun: before, onBegun, onDone }: SignInFormProps): ReactElement {
  const [own, setOwn] = useState<Begun>();
  const begun = before ?? own;
  if (begun === undefined) return <PasswordForm onBegun={onBegun ?? setOwn} />;
  if (begun.needs === 'enrolment') return <Enrolment onDone={onDone} />;
  return <SecondFactorForm factors={begun.factors} onDone={onDone} />;
}
