import type { FoundFile, SourceRecord } from '@habeas/connector-sdk';
import type { CollectionFindings, Findings } from '../findings/findings.js';
import type { Register } from '../register/register.js';
import type { Right } from '../request/right.js';
import type { RetentionView } from '../retention/evaluation.js';
import type { RecordRedaction } from '../third-party/record-redaction.js';
import type { MarkLanguage } from '../third-party/redaction-mark.js';
import { CollectionRetention } from './collection-retention.js';
import { type CollectionScope, type FieldRuling, scopeOfCollection } from './collection-scope.js';
import { CopyPlan, type OthersIn } from './copy-plan.js';
import type { Holding } from './holding.js';
import { DISCLOSURE_LIMITS, type DisclosureLimits, HoldingDraft } from './holding-draft.js';
import { SubjectMoments } from './moments.js';
import { RecordRedactor } from './record-redactor.js';

/** What a disclosure is decided with. */
export interface DisclosureOptions {
  readonly register: Register;
  readonly rights: readonly Right[];
  /** Of the marks that stand for what is hidden. */
  readonly language: MarkLanguage;
  readonly rulings?: readonly FieldRuling[];
  /** What a person had hidden of single records. */
  readonly redactions?: readonly RecordRedaction[];
  readonly view: RetentionView;
  /** Looks through free text for other people (TPD-06). Without it every free text counts as theirs, whole. */
  readonly othersIn?: OthersIn;
  readonly limits?: DisclosureLimits;
}

/**
 * What is handed over of findings, and what a report and the gate have to know of them. Passes records on as they stream by, in
 * memory that does not grow with them: {@link Disclosure.findings} are consumed once, in place of those it was made of, and
 * {@link Disclosure.holdings} is known after that.
 */
export class Disclosure {
  readonly #parts: Part[] = [];
  readonly #subject = new SubjectMoments();

  constructor(
    private readonly source: Findings,
    private readonly options: DisclosureOptions,
  ) {}

  /** The findings as they are handed over. A collection of which nothing is has no records here, and its disclosure counts them. */
  get findings(): Findings {
    return {
      collections: () => this.#collections(),
      matches: () => this.source.matches(),
      account: () => this.source.account(),
    };
  }

  /** What is held, collection by collection, of those that have records. Final once the findings are consumed. */
  holdings(): readonly Holding[] {
    return this.#parts.map((part) => part.holding(this.#subject)).filter(({ records }) => records > 0);
  }

  /** What is outside the purpose of an heir, of those collections that have something of it (PER-05). Final then, too. */
  outside(): readonly Outside[] {
    return this.#parts.map((part) => part.outside()).filter(({ records, files }) => records + files > 0);
  }

  async *#collections(): AsyncGenerator<CollectionFindings, void, undefined> {
    for await (const found of this.source.collections()) {
      const part = new Part(found, this.options);
      this.#parts.push(part);
      yield part.handedOver(this.#subject);
    }
  }
}

/** What of a collection is outside the purpose of an heir: how much, and nothing of it. */
export interface Outside extends Pick<CollectionFindings, 'source' | 'collection'> {
  readonly records: number;
  readonly files: number;
}

/** One collection's part of a disclosure. */
class Part {
  readonly #scope: CollectionScope;
  readonly #plan: CopyPlan;
  readonly #redactor: RecordRedactor;
  readonly #draft: HoldingDraft;
  readonly #retention: CollectionRetention | undefined;
  readonly #omitted = { records: 0, files: 0 };
  #files = 0;

  constructor(
    private readonly found: CollectionFindings,
    {
      register,
      rights,
      language,
      rulings = [],
      redactions = [],
      view,
      othersIn = allOf,
      limits = DISCLOSURE_LIMITS,
    }: DisclosureOptions,
  ) {
    const { source, collection } = found;
    this.#scope = scopeOfCollection(source.id, collection, register, rulings);
    const right = rights.includes('access') ? 'access' : 'portability';
    this.#plan = new CopyPlan(collection, this.#scope, { right, language, othersIn });
    this.#redactor = new RecordRedactor(source.id, collection, this.#plan, { language, othersIn, redactions });
    this.#draft = new HoldingDraft(collection, this.#plan, othersIn, limits);
    const { activity: id = '' } = collection;
    const activity = Object.hasOwn(register.activities, id) ? register.activities[id] : undefined;
    this.#retention = activity === undefined ? undefined : new CollectionRetention(source.id, collection, activity, view);
  }

  handedOver(subject: SubjectMoments): CollectionFindings {
    const { collection, right, withheld } = this.#plan;
    const { outside } = this.found;
    return {
      source: this.found.source,
      collection,
      ...(outside === undefined ? {} : { outside }),
      records: () => this.#records(subject),
      files: () => this.#filesOf(),
      disclosure: {
        right,
        scope: this.#scope.scope,
        withheld,
        omitted: () => ({ ...this.#omitted }),
        hidden: () => this.#draft.hidden(),
        redacted: () => this.#redactor.made(),
      },
    };
  }

  holding(subject: SubjectMoments): Holding {
    const { source, collection } = this.found;
    return {
      source,
      collection,
      scope: this.#scope.scope,
      files: this.#files,
      retention: this.#retention?.groups(subject) ?? [],
      ...this.#draft.told(),
      redacted: this.#redactor.made().counts,
    };
  }

  outside(): Outside {
    const { source, collection, outside } = this.found;
    return { source, collection, ...(outside?.() ?? { records: 0, files: 0 }) };
  }

  async *#records(subject: SubjectMoments): AsyncGenerator<readonly SourceRecord[], void, undefined> {
    for await (const batch of this.found.records()) {
      const handedOver = batch.map((record) => this.#take(record, subject));
      if (this.#plan.isEmpty) this.#omitted.records += batch.length;
      else yield handedOver;
    }
  }

  #take(record: SourceRecord, subject: SubjectMoments): SourceRecord {
    const { record: handedOver, hidden } = this.#redactor.apply(record, this.#plan.apply(record));
    this.#draft.add(record, handedOver, hidden);
    this.#retention?.add(record, subject);
    return handedOver;
  }

  /** A file behind a mark, or left out, is not opened. */
  async *#filesOf(): AsyncGenerator<FoundFile, void, undefined> {
    for await (const file of this.found.files()) {
      this.#files += 1;
      if (this.#plan.shows(file.field) && !this.#redactor.hides(file)) yield file;
      else this.#omitted.files += 1;
    }
  }
}

function allOf(text: string): ReturnType<OthersIn> {
  return text === '' ? [] : [{ start: 0, end: text.length }];
}
