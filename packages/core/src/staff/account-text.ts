import { Refused } from '../request/refused.js';

const LONGEST = 200;

/** The one spelling of a login: NFKC, lower-case, without space around it. */
export function loginOf(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** A login for a new local account. Throws `Refused` with `INVALID_INPUT`; space is for the accounts of identity providers. */
export function newLogin(text: string): string {
  const login = loginOf(text);
  if (login === '' || login.length > LONGEST || /[\s\p{C}]/u.test(login)) {
    throw new Refused('INVALID_INPUT', `A login has 1 to ${LONGEST} characters, none of them space.`);
  }
  return login;
}

/** Whether an identity provider vouches for the person: then there is no password here, and none is ever set. */
export function isVouchedFor({ login }: { readonly login: string }): boolean {
  return login.includes(' ');
}

/** A name as people read it, without space around it. Throws `Refused` with `INVALID_INPUT`. */
export function properName(text: string, what: string): string {
  const name = text.normalize('NFC').trim();
  if (name === '' || name.length > LONGEST || /\p{Cc}/u.test(name)) {
    throw new Refused('INVALID_INPUT', `${what} has 1 to ${LONGEST} characters, none of them for control.`);
  }
  return name;
}
