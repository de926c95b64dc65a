import type { CollectionSpec, FieldSpec, JsonValue, SourceRecord } from '@habeas/connector-sdk';
import type { CopyPlan, OthersIn } from './copy-plan.js';
import type { CollectedNames, Excerpt, FieldCount, Holding } from './holding.js';
import { isYes } from './moments.js';
import type { Hidden, RedactedCopy } from './record-redactor.js';
import { wholeSpans, without } from '../third-party/whole-spans.js';

/** How much of a collection is kept for reading, and how much is looked through for other people. */
export interface DisclosureLimits {
  /** Records of one collection in its excerpt. */
  readonly excerptRecords: number;
  /** Characters of all values in it. */
  readonly excerptCharacters: number;
  /** Characters of one field's free texts that are looked through. Records beyond are told as if they named others. */
  readonly detectedCharacters: number;
  /** Names of those from whom data came. */
  readonly sourceNames: number;
}

/** See {@link DisclosureLimits}. */
export const DISCLOSURE_LIMITS: DisclosureLimits = {
  excerptRecords: 1_000,
  excerptCharacters: 500_000,
  detectedCharacters: 200_000,
  sourceNames: 50,
};

/** How a value is handed over, and what of it a person hid by hand. */
interface Shown {
  readonly shown: JsonValue | undefined;
  readonly byHand: Hidden | undefined;
}

type Told = Pick<
  Holding,
  'records' | 'filled' | 'collectedFrom' | 'withoutConsent' | 'unknownCodes' | 'others' | 'hidden' | 'excerpt'
>;

/** Gathers what is told of one collection while its records stream by. */
export class HoldingDraft {
  #records = 0;
  readonly #filled = new Set<string>();
  readonly #unknownCodes = new Map<string, number>();
  readonly #others = new Map<string, number>();
  readonly #hidden = new Map<string, number>();
  readonly #detected = new Map<string, number>();
  readonly #names = new Map<string, number>();
  readonly #agreed = new Map<string, boolean>();
  #untold = 0;
  #more = false;
  #characters = 0;
  readonly #excerpt: SourceRecord[] = [];

  constructor(
    private readonly collection: CollectionSpec,
    private readonly plan: CopyPlan,
    private readonly othersIn: OthersIn,
    private readonly limits: DisclosureLimits,
  ) {}

  /** One record, as the source has it and as it is handed over, and what of it was hidden by hand. */
  add(record: SourceRecord, handedOver: SourceRecord, hidden: RedactedCopy['hidden']): void {
    this.#records += 1;
    for (const field of this.collection.fields) {
      const value = record.data[field.name] ?? null;
      const byHand = hidden.get(field.name);
      if (value !== null && value !== '') this.#fill(field, value, { shown: handedOver.data[field.name], byHand });
      this.#tell(field, value, byHand === undefined && this.plan.shows(field.name));
    }
    if (!this.plan.isEmpty) this.#show(handedOver);
  }

  told(): Told {
    return {
      records: this.#records,
      filled: this.collection.fields.map(({ name }) => name).filter((name) => this.#filled.has(name)),
      collectedFrom: this.#collectedFrom(),
      withoutConsent: [...this.#agreed].filter(([, agreed]) => !agreed).map(([purpose]) => purpose),
      unknownCodes: counts(this.#unknownCodes),
      others: counts(this.#others),
      hidden: this.hidden(),
      excerpt: this.#excerptOf(),
    };
  }

  /** In how many records something of others is hidden in a free text. */
  hidden(): readonly FieldCount[] {
    return counts(this.#hidden);
  }

  #fill({ name, codes, freeText }: FieldSpec, value: JsonValue, { shown, byHand }: Shown): void {
    this.#filled.add(name);
    if (codes !== undefined && !isExplained(codes, value)) increase(this.#unknownCodes, name);
    if (this.plan.hidesOthersIn(name)) {
      if (byHand === undefined ? shown !== value : this.#namesOthers(value, byHand)) increase(this.#hidden, name);
    } else if (freeText === true && typeof value === 'string' && this.plan.shows(name)) this.#detect(name, value, byHand);
  }

  #detect(field: string, text: string, byHand: Shown['byHand']): void {
    const before = this.#detected.get(field) ?? 0;
    this.#detected.set(field, before + text.length);
    const isBeyond = before + text.length > this.limits.detectedCharacters && byHand !== 'value';
    if (isBeyond || this.#namesOthers(text, byHand)) increase(this.#others, field);
  }

  /** Whether others stand in a text beside what was hidden of it by hand. */
  #namesOthers(text: JsonValue, byHand: Shown['byHand'] = []): boolean {
    if (typeof text !== 'string' || byHand === 'value') return false;
    return without(wholeSpans(text, this.othersIn(text)), wholeSpans(text, byHand)).length > 0;
  }

  /** From whom data came is told in the report, so not where it is hidden in the copy. */
  #tell({ tells, consentTo }: FieldSpec, value: JsonValue, isShown: boolean): void {
    if (tells === 'source') this.#collected(isShown ? value : null);
    if (consentTo !== undefined) this.#agreed.set(consentTo, (this.#agreed.get(consentTo) ?? false) || isYes(value));
  }

  #collected(value: JsonValue): void {
    const name = typeof value === 'string' ? value.trim() : '';
    if (name === '') this.#untold += 1;
    else if (this.#names.has(name) || this.#names.size < this.limits.sourceNames) increase(this.#names, name);
    else this.#more = true;
  }

  #collectedFrom(): CollectedNames {
    return {
      names: [...this.#names].map(([name, records]) => ({ name, records })),
      untold: this.#untold,
      more: this.#more,
    };
  }

  #show(record: SourceRecord): void {
    if (this.#excerpt.length >= this.limits.excerptRecords || this.#characters >= this.limits.excerptCharacters) return;
    this.#characters += JSON.stringify(record.data).length;
    if (this.#characters <= this.limits.excerptCharacters || this.#excerpt.length === 0) this.#excerpt.push(record);
  }

  #excerptOf(): Excerpt {
    return {
      fields: this.plan.collection.fields.map(({ name }) => name),
      records: this.#excerpt,
      isWhole: this.plan.isEmpty || this.#excerpt.length === this.#records,
    };
  }
}

/** A list of codes explains texts, numbers and truths; of anything else it says nothing. */
function isExplained(codes: NonNullable<FieldSpec['codes']>, value: JsonValue): boolean {
  return typeof value === 'object' || Object.hasOwn(codes, String(value));
}

function increase(counted: Map<string, number>, key: string): void {
  counted.set(key, (counted.get(key) ?? 0) + 1);
}

function counts(counted: ReadonlyMap<string, number>): readonly FieldCount[] {
  return [...counted].map(([field, count]) => ({ field, count }));
}
