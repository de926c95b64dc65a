/** A picture as shapes on a ground, in units of about a CSS pixel: what SVG and print are made of. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** One shape. `y` of words is their base line. */
export type Shape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly look: 'full' | 'plain' | 'track' | 'dashed' | 'striped';
    }
  | Stroke<'arrow', 'plain'>
  | Stroke<'line', 'grid' | 'today' | 'stripe'>
  | {
      readonly kind: 'words';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly look: 'strong' | 'plain' | 'soft' | 'inverse';
      readonly anchor: 'start' | 'middle' | 'end';
    };

interface Stroke<Kind extends string, Look extends string> {
  readonly kind: Kind;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly look: Look;
}

/** For screens and paper, or for a telephone. */
export type DrawingShape = 'wide' | 'narrow';
