import { type IdentifierKind, toIdentifier } from '@habeas/connector-sdk';
import { type AccountAsk, type GivenText, OTHERS, PACKINGS, type Right, type SubjectAsk } from '@habeas/core';
import {
  ASK_TEXTS,
  type AskFault,
  type AskText,
  type AskValues,
  type AskView,
  REQUESTERS,
  SUBJECT_LANGUAGES,
  type SubjectLanguage,
} from '@habeas/subject-pages';

/** What a browser posted: fields by their names. */
export type PostedForm = Readonly<Record<string, unknown>>;

/** A form as it was understood: what is asked for, or what is wrong with it. */
export type ReadForm =
  | { readonly ask: SubjectAsk; readonly values: AskValues }
  | { readonly faults: NonNullable<AskView['faults']>; readonly values: AskValues };

const LONGEST = 400;
const LONGEST_LINES = 5_000;
const LINES: ReadonlySet<AskText> = new Set<AskText>(['message', 'authority', 'otherEmails', 'otherPhones']);
/** Characters that are not seen, or turn round what is seen: nobody types them into a form. */
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
/** What is searched for, and from which fields it comes. What else was written is for a person to read. */
const SEARCHED: Readonly<Partial<Record<AskText, { readonly kind: IdentifierKind; readonly part?: GivenText['part'] }>>> = {
  email: { kind: 'email' },
  otherEmails: { kind: 'email' },
  phone: { kind: 'phone' },
  otherPhones: { kind: 'phone' },
  givenName: { kind: 'name', part: 'given' },
  familyName: { kind: 'name', part: 'family' },
};

/** Those who ask for themselves. */
const OWN: ReadonlySet<AskValues['requester']> = new Set([undefined, 'self', 'minor_self']);

/** How a controller's texts are read: its phone region, and the namespaces in which a number is looked up. */
export interface FormReading {
  readonly phoneRegion?: string | undefined;
  readonly numberNamespaces: readonly string[];
}

/** Reads a form. Nothing of it is demanded but something to search with, and who asks, where that is somebody else (INT-02, INT-08). */
export function readAskForm(form: PostedForm, language: SubjectLanguage, reading: FormReading): ReadForm {
  const values = valuesOf(form, language);
  const isForOther = !OWN.has(values.requester);
  const identifiers = [...ASK_TEXTS.flatMap((field) => identifiersIn(field, values)), ...numbersIn(values, reading)];
  const faults = [
    ...ASK_TEXTS.flatMap((field) => faultsOf(field, values, reading.phoneRegion)),
    ...(hasSomethingToSearch(values) ? [] : [{ field: 'email' as const, fault: 'nothing-to-search' as const }]),
    ...(isForOther && values.requesterName === undefined ? [{ field: 'requesterName' as const, fault: 'needed' as const }] : []),
  ];
  if (faults.length > 0) return { faults, values };
  const { rights = ['access'], format = 'csv', language: wanted = language } = values;
  return {
    values,
    ask: {
      identifiers,
      rights,
      format,
      language: wanted,
      isForOther,
      ...lockOf(values),
      ...onBehalfOf(values),
      ...wordsOf(values),
    },
  };
}

/** Of a form that an account stands in: what is asked for, with nothing of who asks. */
export type ReadAccountForm =
  | { readonly ask: AccountAsk; readonly values: AskValues }
  | { readonly faults: NonNullable<AskView['faults']>; readonly values: AskValues };

/** Reads a form that an account stands in. `altered` where it says who asks in any other way: no page of ours has sent it. */
export function readAccountForm(form: PostedForm, language: SubjectLanguage): ReadAccountForm | 'altered' {
  const values = valuesOf(form, language);
  const { requester, rights = ['access'], format = 'csv', language: wanted = language } = values;
  if (requester !== 'self' || ASK_TEXTS.some((field) => field !== 'message' && values[field] !== undefined)) return 'altered';
  const faults = faultsOf('message', values, undefined);
  if (faults.length > 0) return { faults, values };
  return { values, ask: { rights, format, language: wanted, ...lockOf(values), ...wordsOf(values) } };
}

function valuesOf(form: PostedForm, language: SubjectLanguage): AskValues {
  const texts = ASK_TEXTS.flatMap((name) => {
    const text = textOf(form, name);
    return text === '' ? [] : [[name, text] as const];
  });
  return {
    ...Object.fromEntries(texts),
    requester: oneOf(REQUESTERS, form['requester']) ?? 'self',
    rights: rightsOf(form['rights']),
    format: oneOf(['csv', 'json'] as const, form['format']) ?? 'csv',
    packing: oneOf(PACKINGS, form['packing']) ?? 'zip',
    language: oneOf(SUBJECT_LANGUAGES, form['language']) ?? language,
  };
}

/** What stands in a field; nothing, where it is no text. */
export function textOf(form: PostedForm, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value.trim() : '';
}

function oneOf<T extends string>(all: readonly T[], value: unknown): T | undefined {
  return all.find((each) => each === value);
}

/** Without any, it is access to everything (INT-03). */
function rightsOf(value: unknown): readonly Right[] {
  const given = Array.isArray(value) ? value : [value];
  const rights = (['access', 'portability'] as const).filter((right) => given.includes(right));
  return rights.length === 0 ? ['access'] : rights;
}

function faultsOf(
  field: AskText,
  values: AskValues,
  phoneRegion: string | undefined,
): readonly { field: AskText; fault: AskFault }[] {
  const text = values[field];
  if (text === undefined) return [];
  const fault = textFault(field, text) ?? identifierFault(field, values, phoneRegion);
  return fault === undefined ? [] : [{ field, fault }];
}

function textFault(field: AskText, text: string): AskFault | undefined {
  if (text.length > (LINES.has(field) ? LONGEST_LINES : LONGEST)) return 'too-long';
  return HIDDEN.test(text) ? 'hidden-characters' : undefined;
}

function identifierFault(field: AskText, values: AskValues, phoneRegion: string | undefined): AskFault | undefined {
  const options = phoneRegion === undefined ? {} : { phoneRegion };
  const wrong = identifiersIn(field, values).find(({ kind, value }) => toIdentifier(kind, value, options) === undefined);
  if (wrong === undefined) return undefined;
  return wrong.kind === 'phone' ? 'bad-phone' : wrong.kind === 'email' ? 'bad-email' : 'hidden-characters';
}

function identifiersIn(field: AskText, values: AskValues): readonly Omit<GivenText, 'provedBy'>[] {
  const searched = SEARCHED[field];
  const text = values[field];
  if (searched === undefined || text === undefined) return [];
  const texts = field.startsWith('other') ? text.split(/[\n,;]/u).map((each) => each.trim()) : [text];
  const { kind, part } = searched;
  return texts.filter((each) => each !== '').map((value) => ({ kind, value, ...(part === undefined ? {} : { part }) }));
}

/** A number may be one of several systems'. Where none is named, and for texts that are no number of any, a person reads it. */
function numbersIn({ customerNumber }: AskValues, { numberNamespaces }: FormReading): SubjectAsk['identifiers'] {
  if (customerNumber === undefined) return [];
  const given = numberNamespaces.map((namespace) => ({ kind: 'id' as const, namespace, value: customerNumber }));
  return given.filter(({ kind, namespace, value }) => toIdentifier(kind, value, { namespace }) !== undefined);
}

/** A number of a customer is something to search with too: a person looks up whose it is. */
function hasSomethingToSearch({ email, phone, otherEmails, otherPhones, customerNumber }: AskValues): boolean {
  return [email, phone, otherEmails, otherPhones, customerNumber].some((text) => text !== undefined);
}

/** The plain file is the rule, and nothing that was asked for. */
function lockOf({ packing = 'zip' }: AskValues): Pick<SubjectAsk, 'packing'> {
  return packing === 'zip' ? {} : { packing };
}

function onBehalfOf({ requester }: AskValues): Pick<SubjectAsk, 'onBehalf'> {
  const onBehalf = OTHERS.find((other) => other === requester);
  return onBehalf === undefined ? {} : { onBehalf };
}

/** What a person has to read, by the name of its field. */
function wordsOf(values: AskValues): Pick<SubjectAsk, 'words'> {
  const texts = ASK_TEXTS.filter((field) => SEARCHED[field] === undefined).flatMap((field) => {
    const text = values[field];
    return text === undefined ? [] : [[field, text] as const];
  });
  const requester =
    values.requester === undefined || values.requester === 'self' ? [] : [['requester', values.requester] as const];
  const all = [...requester, ...texts];
  return all.length === 0 ? {} : { words: Object.fromEntries(all) };
}
