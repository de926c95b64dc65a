import type { FieldType } from '../contract/collection.js';
import type { Evidence, FoundIdentifier } from '../contract/session.js';
import { compareIdentifiers, type Identifier, type IdentifierKind, toIdentifiers } from '../identifier/identifier.js';
import type { JsonObject, JsonValue } from '../json.js';
import { Secret } from '../secret.js';

/** A field that holds identifiers, as far as they are looked for in it. */
export interface IdentifyingField {
  readonly name: string;
  readonly type: FieldType;
  readonly identifier: {
    readonly kind: IdentifierKind;
    readonly namespace?: string | undefined;
    readonly part?: 'given' | 'family' | 'full' | undefined;
  };
  /** It holds somebody else's data. */
  readonly thirdParty: boolean;
}

/** The identifiers that a field's value stands for: none, one, or several in a list. */
export function identifiersIn(
  field: IdentifyingField,
  value: JsonValue | undefined,
  phoneRegion?: string,
): readonly Identifier[] {
  const { kind, namespace } = field.identifier;
  const options = {
    ...(namespace === undefined ? {} : { namespace }),
    ...(phoneRegion === undefined ? {} : { phoneRegion }),
  };
  return textsIn(value ?? null, field).flatMap((text) => {
    const whole = toIdentifiers(kind, text, options);
    const parts = PARTS[kind] === undefined ? [] : Array.from(text.matchAll(PARTS[kind]), ([part]) => part);
    // Of several addresses, the rule for one would read the last.
    const isOne = whole.length > 0 && (kind !== 'email' || parts.length < 2);
    return isOne ? whole : parts.flatMap((part) => toIdentifiers(kind, part, options));
  });
}

/** What looks like an identifier in a text that is more than one: `ann@example.org; Bob <bob@example.org>`. */
const PARTS: Readonly<Partial<Record<IdentifierKind, RegExp>>> = {
  email: /[^\s<>()[\]",;:]+@[^\s<>()[\]",;:]+/gu,
  phone: /[+(]?\d[\d\s().-]{4,20}\d/gu,
};

/** The texts in a value: of a list or JSON document, all of them. Binary ids are their hex digits. */
function textsIn(value: JsonValue, field: IdentifyingField): readonly string[] {
  if (value === null || typeof value === 'boolean') return [];
  if (typeof value === 'object') return Object.values(value).flatMap((inner: JsonValue) => textsIn(inner, field));
  if (typeof value === 'number') return [String(value)];
  return [field.type === 'bytes' ? Buffer.from(value, 'base64').toString('hex') : value];
}

/** What a record's fields of some purpose say about the identifiers that were searched. */
export interface Finding {
  readonly evidence: readonly Evidence[];
  /** Whether every identifier stood in a field about somebody else. */
  readonly thirdParty: boolean;
}

/** Compares what was received, field by field, with what was searched: what does not hold is no evidence. */
export function evidenceIn(
  collection: string,
  fields: readonly IdentifyingField[],
  data: JsonObject,
  { identifiers, phoneRegion }: { readonly identifiers: readonly Identifier[]; readonly phoneRegion: string | undefined },
): Finding {
  const found = fields.map((field) => ({
    thirdParty: field.thirdParty,
    evidence: identifiersIn(field, data[field.name], phoneRegion).flatMap((each) =>
      identifiers.flatMap((identifier) => evidenceOf(each, identifier, `${collection}.${field.name}`)),
    ),
  }));
  const held = found.filter(({ evidence }) => evidence.length > 0);
  return { evidence: held.flatMap(({ evidence }) => evidence), thirdParty: held.every(({ thirdParty }) => thirdParty) };
}

function evidenceOf(found: Identifier, identifier: Identifier, field: string): readonly Evidence[] {
  const likeness = compareIdentifiers(found, identifier);
  if (likeness === 'different') return [];
  const how = likeness === 'folded' ? 'folded' : howAlike(found.value.reveal(), identifier);
  return [{ identifier, field, found: new Secret(found.value.reveal()), how }];
}

function howAlike(found: string, { value, exact }: Identifier): Evidence['how'] {
  const searched = [value.reveal(), exact.reveal()];
  if (searched.includes(found)) return 'equal';
  return searched.some((text) => text.toLowerCase() === found.toLowerCase()) ? 'equal-fold' : 'normalised';
}

/** All identifiers on a record that are its person's. Those in fields about somebody else are not. */
export function ownIdentifiers(
  collection: string,
  fields: readonly IdentifyingField[],
  data: JsonObject,
  phoneRegion?: string,
): readonly FoundIdentifier[] {
  return fields
    .filter(({ thirdParty }) => !thirdParty)
    .flatMap((field) =>
      identifiersIn(field, data[field.name], phoneRegion).map((identifier) => ({
        identifier,
        field: `${collection}.${field.name}`,
        ...(field.identifier.part === undefined ? {} : { part: field.identifier.part }),
      })),
    );
}
