/** What a field holds, as far as the archive has to know. Wide integers and decimals travel as strings. */
export type FieldType =
  | 'string'
  | 'integer' // a safe JavaScript integer
  | 'big-integer' // a string of digits
  | 'decimal' // a string, with the scale the source has
  | 'number' // a double
  | 'boolean'
  | 'date' // YYYY-MM-DD, or what the source has (zero dates) with a carriage note
  | 'time'
  | 'datetime' // as the source has it, no zone implied
  | 'timestamp' // an instant, ISO 8601 with offset
  | 'json'
  | 'bytes' // base64
  | 'file'; // a FileReference

/** Where a value comes from (Art. 15(1)(g), WP 242): decides what is portable. */
export type Origin = 'provided' | 'observed' | 'derived' | 'inferred' | 'third_party';

/** One field as the archive and the report describe it. */
export interface FieldSpec {
  readonly name: string;
  readonly type: FieldType;
  readonly title?: Readonly<Record<string, string>>;
  readonly description?: Readonly<Record<string, string>>;
  /** A term of the W3C Data Privacy Vocabulary, such as `pd:EmailAddress`. */
  readonly category?: string;
  readonly origin?: Origin;
  /** Personal data of Art. 9 or 10. */
  readonly special?: boolean;
  /** It holds somebody else's data. */
  readonly thirdParty?: boolean;
  /** Of somebody else's data: whether the person gave them for a use of their own, as contacts are, and a room-mate's passport is not. */
  readonly ownUse?: boolean;
  /** It holds text a person wrote, which may name anybody. */
  readonly freeText?: boolean;
  /** What each code in it means, by language. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The moment of the register that it holds, from which periods of retention run: `contract.endedAt`. Null: it has not come. */
  readonly moment?: string;
  /** The relationship that it says is open or not, as `whileOpen` of the register names it. */
  readonly relationship?: string;
  /** It says of its record from whom the data came, or when they were collected. */
  readonly tells?: 'source' | 'collected-at';
  /** The purpose of the activity, by its id, that the person has agreed to or not. */
  readonly consentTo?: string;
  /** In a log of consultations: when, what for, or by whom the data were looked at. */
  readonly log?: 'date' | 'purpose' | 'staff';
  /** It comes from a shared thing the record refers to, through this reference. */
  readonly context?: string;
  /** The source has it, and the reviewed data map does not know it yet. Delivered, and reported. */
  readonly unclassified?: boolean;
}

/** One table or endpoint as a session delivers it. */
export interface CollectionSpec {
  readonly name: string;
  readonly title?: Readonly<Record<string, string>>;
  readonly description?: Readonly<Record<string, string>>;
  /** The processing activity it serves, by its id in the register. */
  readonly activity?: string;
  /** Its records tell who looked at the person's data (Court of Justice, C-579/21). */
  readonly nature?: 'consultation-log';
  /** `none` declares, with {@link CollectionSpec.reason}, that it holds no personal data and is not searched. */
  readonly personal: 'subject' | 'none';
  readonly reason?: string;
  readonly key: readonly string[];
  /** In the order they are delivered. Secret fields are not here. */
  readonly fields: readonly FieldSpec[];
  /** Fields that are personal but never exported (password hashes, tokens): their names go into the list of what was withheld. */
  readonly withheld: readonly string[];
  /** The identifier kinds that find it directly. Empty: it is reached only through an owner. */
  readonly lookups: readonly Lookup[];
  /** The collections whose rows can own rows of this one, directly or by steps (itself excluded). */
  readonly ownedBy: readonly string[];
  /** Known limits, printed in the ledger. */
  readonly gaps: readonly string[];
}

/** One way a collection can be searched. */
export interface Lookup {
  readonly kind: string;
  readonly namespace?: string;
  readonly field: string;
  /** `exact` one key, one answer; `index` fast, re-checked; `scan` reads everything; `unusable` needs a change first. */
  readonly mode: 'exact' | 'index' | 'scan' | 'unusable';
  /** `owner`: the value identifies the row's owner, so a hit leads up to the owner, which is the match. */
  readonly of?: 'owner';
}
