import { createContext, useContext } from 'react';
import type { CallSession } from '../api/service.js';
import type { WhoIsThere } from './session.js';

/** What the dialogs and pages of sign-in work with. */
export interface SignInHouse {
  readonly call: CallSession;
  readonly ways: WhoIsThere['ways'];
  /** Who is signed in, or was until now. */
  readonly viewerId: string | undefined;
}

export const SignInContext = createContext<SignInHouse | undefined>(undefined);

/** See {@link SignInHouse}. */
export function useSignIn(): SignInHouse {
  const house = useContext(SignInContext);
  if (house === undefined) throw new Error('There is nothing to sign in to around this part.');
  return house;
}
