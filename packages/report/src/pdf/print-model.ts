import type { Shape } from '../picture/drawing.js';

/** A document as `typesetter/document.typ` reads it. */
export interface PrintDocument {
  readonly lang: string;
  readonly region?: string;
  readonly title: string;
  readonly author: string;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  /** The date in words. */
  readonly day: string;
  readonly head: readonly PrintLines[];
  /** What the table of contents is called, where there is one. */
  readonly contents: string | null;
  readonly blocks: readonly PrintBlock[];
  readonly unprintable: string | null;
}

export interface PrintRun {
  readonly text: string;
  readonly style?: 'strong' | 'code' | 'quote' | 'mark';
  readonly lang?: string;
  readonly url?: string;
  readonly id?: string;
}

export type PrintText = string | readonly PrintRun[];

export interface PrintLines {
  readonly kind: 'lines';
  readonly align: 'start' | 'end';
  readonly lines: readonly PrintText[];
}

export type PrintBlock =
  | { readonly kind: 'section'; readonly id: string; readonly title: string; readonly blocks: readonly PrintBlock[] }
  | { readonly kind: 'paragraph'; readonly text: PrintText }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly PrintText[] }
  | PrintLines
  | { readonly kind: 'note'; readonly tone: string; readonly head?: string; readonly blocks: readonly PrintBlock[] }
  | {
      readonly kind: 'facts';
      readonly terms: readonly string[];
      readonly values: readonly (PrintText | { readonly blocks: readonly PrintBlock[] })[];
    }
  | PrintTable
  | PrintPicture;

export interface PrintTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly named: boolean;
  readonly columns: readonly { readonly title: string; readonly note?: string; readonly end: boolean; readonly weight: number }[];
  /** `breaks`: whether a page may end inside the row, as it has to where the row is longer than a page. */
  readonly rows: readonly { readonly breaks: boolean; readonly cells: readonly PrintText[] }[];
  readonly more: readonly PrintText[];
}

export interface PrintPicture {
  readonly kind: 'figure';
  readonly caption: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}
