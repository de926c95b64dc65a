import { compareDates, type LocalDate } from '../../calendar/local-date.js';
import type { HeirPurpose } from './heir-purpose.js';

/** What people direct for the time after their death (loi Informatique et Libertés, art. 84-86): for all that they have, or for one controller. */
export type DirectiveKind = 'general' | 'specific';

/** What is to become of the data: nobody has them; named people do; the account is closed; they are erased. */
export type Directed = 'nothing' | 'recipients' | 'close' | 'erase';

/** What a deceased person has directed, as an officer has seen it. Sealed with the case. */
export interface Directive {
  readonly kind: DirectiveKind;
  readonly directs: Directed;
  readonly givenOn: LocalDate;
  /** Of a general directive: where it is registered. */
  readonly register?: string;
  /** Of a specific one: when the person consented to it by itself. Terms of use are no such consent, and without one it does not count. */
  readonly consentOn?: LocalDate;
  /** Who is to have the data, where they name people. */
  readonly recipients?: string;
  /** Who is to carry it out. */
  readonly executor?: string;
  readonly revokedOn?: LocalDate;
}

/** The directive in force as it is kept in clear: codes. */
export type DirectiveFacts = Pick<Directive, 'kind' | 'directs'>;

/** What is held against directives. */
export interface Succession {
  readonly diedOn?: LocalDate;
  readonly purpose?: HeirPurpose;
  /** Whether who asks is among those that the directive names. */
  readonly isNamed?: boolean;
}

const MOST = 20;

/**
 * The directive that counts: the last that the person gave, without those that they revoked, and without specific ones that they did not
 * consent to by themselves. `undefined` where none does.
 */
export function directiveInForce(directives: readonly Directive[]): Directive | undefined {
  const counting = directives.filter(
    ({ kind, consentOn, revokedOn }) => revokedOn === undefined && (kind === 'general' || consentOn !== undefined),
  );
  return counting.reduce<Directive | undefined>(
    (last, each) => (last === undefined || compareDates(each.givenOn, last.givenOn) >= 0 ? each : last),
    undefined,
  );
}

/** Why directives speak against an heir, or cannot be what the person left. None: nothing does. */
export function directiveFaults(directives: readonly Directive[], succession: Succession): readonly string[] {
  if (directives.length > MOST) return [`${String(MOST)} directives can be noted at most`];
  const odd = directives.flatMap((each) => oddities(each, succession));
  const inForce = directiveInForce(directives);
  return [...new Set(odd), ...(inForce === undefined ? [] : AGAINST[inForce.directs](succession))];
}

const AGAINST: Readonly<Record<Directed, (succession: Succession) => readonly string[]>> = {
  nothing: () => ['the deceased has directed that nobody has their data'],
  erase: () => ['the deceased has directed that their data are erased'],
  recipients: ({ isNamed }) => (isNamed === true ? [] : ['the deceased has directed that others have their data']),
  close: ({ purpose }) =>
    purpose === 'account_closure' ? [] : ['the deceased has directed that the account is closed, and nothing else'],
};

function oddities(directive: Directive, { diedOn }: Succession): readonly string[] {
  const { kind, directs, register = '', recipients = '' } = directive;
  return [
    ...(kind === 'general' && register.trim() === '' ? ['a general directive stands in a register, which is named'] : []),
    ...(directs === 'recipients' && recipients.trim() === '' ? ['a directive for others says for whom'] : []),
    ...oddDays(directive, diedOn),
  ];
}

function oddDays({ givenOn, consentOn, revokedOn }: Directive, diedOn: LocalDate | undefined): readonly string[] {
  const days = [givenOn, consentOn, revokedOn].filter((day) => day !== undefined);
  const isLate = diedOn !== undefined && days.some((day) => compareDates(day, diedOn) > 0);
  return [
    ...(isLate ? ['nobody directs anything after their death'] : []),
    ...(revokedOn !== undefined && compareDates(revokedOn, givenOn) < 0 ? ['nothing is revoked before it is directed'] : []),
  ];
}
