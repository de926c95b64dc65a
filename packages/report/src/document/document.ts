import type { LocalDate } from '@habeas/core/law';

/**
 * What is said to a person, in one language, before it has a shape: pages, print and plain text are made of the same document. It
 * holds no markup; every text in it is shown as it stands, whatever signs are in it.
 */
export interface ReadableDocument {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  /** Who says it. */
  readonly author: string;
  /** The only date that its files carry: the same document gives the same bytes. */
  readonly date: LocalDate;
  readonly blocks: readonly Block[];
}

/** A part of a text that is more than its words. */
export interface Span {
  readonly text: string;
  /** `quote`: words of somebody else; `code`: a value to be read letter by letter; `mark`: put by us in place of something. */
  readonly style?: 'strong' | 'code' | 'quote' | 'mark';
  /** BCP 47, where it is not the document's. */
  readonly language?: string;
  /** `https:`, `mailto:`, `tel:`, a path beside the document or its folder, or `#` and the id of a section. Anything else is refused. */
  readonly href?: string;
}

/** A run of text. */
export type Text = string | readonly (string | Span)[];

/** A part of a document. Sections may stand in sections, three deep; everything else holds no sections. */
export type Block =
  | Section
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly Text[] }
  | Facts
  | Table
  /** Set off from the rest: `warning` is for what the reader must not miss. */
  | { readonly kind: 'note'; readonly tone: 'info' | 'warning'; readonly title?: string; readonly blocks: readonly Block[] }
  | Figure
  /**
   * Lines that stay lines: an address, the head of a letter, a signature. Those that a document begins with are the head of a
   * letter: they stand above its title, in place of its author and its date.
   */
  | { readonly kind: 'lines'; readonly align?: 'start' | 'end'; readonly lines: readonly Text[] };

/** A part with a title. */
export interface Section {
  readonly kind: 'section';
  /** Lower-case letters, digits, hyphens; unique in the document. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Names, each with what is said of it. */
export interface Facts {
  readonly kind: 'facts';
  readonly facts: readonly { readonly term: string; readonly value: Text | readonly Block[] }[];
}

/** Rows of values: the first column names the row where `isNamed` says so. */
export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Text[])[];
  readonly isNamed?: boolean;
  /** What is not shown here, and where it is. */
  readonly more?: Text;
}

/** The head of a column. */
export interface TableColumn {
  readonly title: string;
  /** In small print below it. */
  readonly note?: string;
  readonly align?: 'start' | 'end';
}

/** A picture where a picture says more. It says nothing that `description` does not say in words. */
export interface Figure {
  readonly kind: 'figure';
  readonly caption: string;
  readonly description: string;
  readonly picture: Flow | Timeline;
}

/** Who receives what: from one side to the other. */
export interface Flow {
  readonly kind: 'flow';
  readonly from: readonly { readonly id: string; readonly label: string }[];
  readonly to: readonly { readonly id: string; readonly label: string; readonly note?: string }[];
  readonly arrows: readonly { readonly from: string; readonly to: string }[];
}

/** What is kept until when, from today on. */
export interface Timeline {
  readonly kind: 'timeline';
  readonly today: LocalDate;
  readonly bars: readonly {
    readonly label: string;
    /** Absent: no day is known, and `note` says why. */
    readonly until?: LocalDate;
    readonly note: string;
    readonly state: 'running' | 'overdue' | 'open';
  }[];
}
