import type { Flow } from '../document/document.js';
import type { Drawing, DrawingShape, Shape } from './drawing.js';
import { wrapWords } from './wrap-words.js';

const SIZE = 14;
const NOTE_SIZE = 12.5;
const LINE = 19;
const PADDING = 10;
const GAP = 12;

const COLUMNS: Readonly<Record<DrawingShape, { readonly from: number; readonly gap: number; readonly to: number }>> = {
  wide: { from: 230, gap: 150, to: 340 },
  narrow: { from: 126, gap: 40, to: 174 },
};

interface Node {
  readonly y: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** Two columns of boxes, and an arrow for each pair. The shorter column stands in the middle of the longer one. */
export function drawFlow({ from, to, arrows }: Flow, shape: DrawingShape): Drawing {
  const columns = COLUMNS[shape];
  const right = columns.from + columns.gap;
  const heights = [heightOf(from, columns.from), heightOf(to, columns.to)];
  const height = Math.max(...heights);
  const left = column(from, { x: 0, width: columns.from, top: (height - (heights[0] ?? 0)) / 2, look: 'full' });
  const there = column(to, { x: right, width: columns.to, top: (height - (heights[1] ?? 0)) / 2, look: 'plain' });
  const lines = arrows.flatMap((arrow): Shape[] => {
    const [start, end] = [left.get(arrow.from), there.get(arrow.to)];
    if (start === undefined || end === undefined) return [];
    return [{ kind: 'arrow', x1: columns.from, y1: middle(start), x2: right, y2: middle(end), look: 'plain' }];
  });
  const nodes = [...left.values(), ...there.values()].flatMap(({ shapes }) => shapes);
  return { width: right + columns.to, height, shapes: [...lines, ...nodes] };
}

type Boxes = Flow['to'];

function column(
  boxes: Boxes,
  place: { readonly x: number; readonly width: number; readonly top: number; readonly look: 'full' | 'plain' },
): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  let y = place.top;
  for (const each of boxes) {
    const node = box(each, y, place);
    nodes.set(each.id, node);
    y += node.height + GAP;
  }
  return nodes;
}

function box(
  { label, note }: Boxes[number],
  y: number,
  { x, width, look }: { readonly x: number; readonly width: number; readonly look: 'full' | 'plain' },
): Node {
  const inner = width - 2 * PADDING;
  const labels = wrapWords(label, inner, SIZE);
  const notes = wrapWords(note ?? '', inner, NOTE_SIZE);
  const height = (labels.length + notes.length) * LINE + 2 * PADDING - 3;
  const line = (text: string, index: number, isNote: boolean): Shape => ({
    kind: 'words',
    x: x + PADDING,
    y: y + PADDING + 13 + index * LINE,
    text,
    size: isNote ? NOTE_SIZE : SIZE,
    look: look === 'full' ? 'inverse' : isNote ? 'soft' : 'strong',
    anchor: 'start',
  });
  return {
    y,
    height,
    shapes: [
      { kind: 'box', x, y, width, height, look },
      ...labels.map((text, index) => line(text, index, false)),
      ...notes.map((text, index) => line(text, labels.length + index, true)),
    ],
  };
}

function heightOf(boxes: Boxes, width: number): number {
  const heights = boxes.map((each) => box(each, 0, { x: 0, width, look: 'plain' }).height);
  return heights.reduce((sum, height) => sum + height + GAP, -GAP);
}

function middle({ y, height }: Node): number {
  return y + height / 2;
}
