import { type ReactElement, useState } from 'react';
import { Enrolment } from './enrolment.js';
import { PasswordForm } from './password-form.js';
import { SecondFactorForm } from './second-factor-form.js';
import type { Begun } from './session.js';

interface SignInFormProps {
  /** Where a session was begun elsewhere: by an identity provider. */
  readonly begun?: Begun | undefined;
  readonly onDone: () => void;
}

/** Both halves of a sign-in, and the set-up of the second where there is none. */
export function SignInForm({ begun: before, onDone }: SignInFormProps): ReactElement {
  const [begun, setBegun] = useState(before);
  if (begun === undefined) return <PasswordForm onBegun={setBegun} />;
  if (begun.needs === 'enrolment') return <Enrolment onDone={onDone} />;
  return <SecondFactorForm factors={begun.factors} onDone={onDone} />;
}
