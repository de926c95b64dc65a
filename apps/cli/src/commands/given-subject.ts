import { type InputFault, InvalidInputError, Secret } from '@habeas/connector-sdk';
import { createSubject, type GivenIdentifier, type Subject } from '@habeas/core';

/** What the command line says about the person, as it was typed. */
export interface SubjectArguments {
  readonly email?: readonly string[];
  readonly phone?: readonly string[];
  /** `namespace=value` */
  readonly id?: readonly string[];
  readonly name?: readonly string[];
  readonly birthDate?: string;
}

/**
 * The subject that the command line describes. Whoever types it answers for it: all are taken as verified. Throws
 * `InvalidInputError` that names the option and never the value.
 */
export function givenSubject({ email, phone, id, name, birthDate }: SubjectArguments, phoneRegion: string | undefined): Subject {
  const given = [
    ...(email ?? []).map((value) => verified('email', value)),
    ...(phone ?? []).map((value) => verified('phone', value)),
    ...(id ?? []).map(splitId),
    ...(name ?? []).map((value) => verified('name', value)),
    ...(birthDate === undefined ? [] : [verified('birthDate', birthDate)]),
  ];
  return createSubject(given, phoneRegion === undefined ? {} : { phoneRegion });
}

function verified(kind: GivenIdentifier['kind'], value: string): GivenIdentifier {
  return { kind, value: new Secret(value), verified: true };
}

function splitId(text: string): GivenIdentifier {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new InvalidInputError([MALFORMED_ID]);
  return { ...verified('id', text.slice(at + 1)), namespace: text.slice(0, at) };
}

const MALFORMED_ID: InputFault = {
  file: 'command line',
  path: '--id',
  what: 'an id is written namespace=value',
  remedy: 'for example --id shop.customer=4711; the namespaces stand in the data maps',
};
