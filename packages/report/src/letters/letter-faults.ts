import type { z } from 'zod';
import { LETTER_FACTS, type LetterFacts } from './facts/letter-facts.js';
import { type LetterKind, LETTERS_WITH_REMEDIES } from './letter-kind.js';
import type { LetterSender } from './sender.js';
import { letterWordingSchema } from './wording.js';

/** Why a letter cannot be written: where, and in one sentence what is wrong and what to do. It holds nothing that was given. */
export interface LetterFault {
  /** From the root of the facts, or from `sender` or `wording`. */
  readonly path: string;
  readonly message: string;
}

/**
 * Everything that stands in the way of a letter, each thing once. Empty: it can be written. Facts that contradict each other are told
 * once none is missing.
 */
export function letterFaults(kind: LetterKind, facts: unknown, sender: LetterSender): readonly LetterFault[] {
  return [...faultsIn(LETTER_FACTS[kind].safeParse(facts)), ...senderFaults(kind, sender)];
}

/** The facts of a letter, or everything that stands in its way. */
export function readFacts<Kind extends LetterKind>(
  kind: Kind,
  facts: unknown,
  sender: LetterSender,
): { readonly facts: LetterFacts<Kind> } | { readonly faults: readonly LetterFault[] } {
  const read = LETTER_FACTS[kind].safeParse(facts);
  const faults = [...faultsIn(read), ...senderFaults(kind, sender)];
  return read.success && faults.length === 0 ? { facts: read.data as LetterFacts<Kind> } : { faults };
}

function senderFaults(kind: LetterKind, sender: LetterSender): readonly LetterFault[] {
  const { name, country, contacts, authority, wording } = sender;
  const faults = [
    [isBlank(name), 'sender.name', 'the controller has no name (add controller.name to the register)'],
    [contacts.every(({ value }) => isBlank(value)), 'sender.contacts', NO_CONTACT],
    [LETTERS_WITH_REMEDIES.has(kind) && isBlank(authority?.name), 'sender.authority', NO_AUTHORITY],
    [LETTERS_WITH_REMEDIES.has(kind) && !/^[A-Z]{2}$/u.test(country), 'sender.country', NO_COUNTRY],
  ] as const;
  return [
    ...faults.filter(([applies]) => applies).map(([, path, message]) => ({ path, message })),
    ...(wording === undefined ? [] : faultsIn(letterWordingSchema.safeParse(wording), 'wording')),
  ];
}

const NO_CONTACT = 'nobody can be asked about the letter (add contacts.dpo or contacts.rightsChannels to the register)';
const NO_AUTHORITY = 'the person is not told where to complain (add supervisoryAuthority.name to the register, Art. 12(4))';
const NO_COUNTRY = 'the person is not told where a court can be asked (add controller.country to the register, Art. 12(4), 79)';

function faultsIn(read: z.ZodSafeParseResult<unknown>, root?: string): readonly LetterFault[] {
  const issues = read.error?.issues ?? [];
  return issues.map(({ path, message }) => ({
    path: [...(root === undefined ? [] : [root]), ...path.map(String)].join('.'),
    message,
  }));
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
