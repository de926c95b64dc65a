import type { Timeline } from '../document/document.js';
import type { Drawing, DrawingShape, Shape } from './drawing.js';
import { scaleOf, type TimeScale, ticksOf } from './time-scale.js';
import { widthOf, wrapWords } from './wrap-words.js';

const SIZE = 14;
const NOTE_SIZE = 13;
const LINE = 18;
const BAR = 16;
const GAP = 20;
const HEAD = 54;
const WIDTHS: Readonly<Record<DrawingShape, number>> = { wide: 720, narrow: 340 };
const TICKS: Readonly<Record<DrawingShape, number>> = { wide: 8, narrow: 4 };

type Bar = Timeline['bars'][number];

/** What all bars share. */
interface Ground {
  readonly width: number;
  readonly scale: TimeScale;
  readonly ticks: ReturnType<typeof ticksOf>;
  readonly now: number;
}

/** Words that a timeline needs beside its own. */
export interface TimelineWords {
  readonly language: string;
  readonly today: string;
}

/** One bar below the other, each with its name above and what is said of it below, along one scale of years. */
export function drawTimeline({ today, bars }: Timeline, shape: DrawingShape, words: TimelineWords): Drawing {
  const width = WIDTHS[shape];
  const scale = scaleOf([today, ...bars.flatMap(({ until }) => until ?? [])], width);
  const ground = { width, scale, ticks: ticksOf(scale, TICKS[shape], words.language), now: scale.x(today) };
  const shapes: Shape[] = [...head(ground, words.today)];
  let y = HEAD + GAP / 2;
  for (const bar of bars) {
    const drawn = drawBar(bar, y, ground);
    shapes.push(...drawn.shapes);
    y += drawn.height + GAP;
  }
  return { width, height: y - GAP + 2, shapes };
}

/** The scale: today above it, round dates below that. */
function head({ width, ticks, now }: Ground, today: string): readonly Shape[] {
  const dates = ticks.flatMap(({ x, label }): Shape[] => {
    const tick: Shape = { kind: 'line', x1: x, y1: HEAD - 6, x2: x, y2: HEAD, look: 'grid' };
    const half = widthOf(label, NOTE_SIZE) / 2;
    if (x < half || x > width - half || Math.abs(x - now) < half + 4) return [tick];
    return [tick, { kind: 'words', x, y: HEAD - 11, text: label, size: NOTE_SIZE, look: 'soft', anchor: 'middle' }];
  });
  const half = widthOf(today, NOTE_SIZE) / 2;
  const anchor = now < half ? 'start' : now > width - half ? 'end' : 'middle';
  return [
    ...dates,
    { kind: 'line', x1: 0, y1: HEAD, x2: width, y2: HEAD, look: 'grid' },
    { kind: 'line', x1: now, y1: 20, x2: now, y2: HEAD, look: 'today' },
    { kind: 'words', x: now, y: 13, text: today, size: NOTE_SIZE, look: 'strong', anchor },
  ];
}

function drawBar(bar: Bar, y: number, ground: Ground): { readonly shapes: readonly Shape[]; readonly height: number } {
  const labels = wrapWords(bar.label, ground.width, SIZE);
  const notes = wrapWords(bar.note, ground.width, NOTE_SIZE);
  const top = y + labels.length * LINE;
  return {
    height: (labels.length + notes.length) * LINE + BAR + 6,
    shapes: [...lines(labels, y + 12, 'strong'), ...drawTrack(bar, top, ground), ...lines(notes, top + BAR + 18, 'soft')],
  };
}

/** The bar on its line, which is cut by the scale and by today. */
function drawTrack({ until, state }: Bar, y: number, { width, scale, ticks, now }: Ground): readonly Shape[] {
  const end = until === undefined ? width - 1 : scale.x(until);
  const box = { kind: 'box', x: Math.min(now, end), y, width: Math.max(Math.abs(end - now), 3), height: BAR } as const;
  const cuts = ticks.map(({ x }): Shape => ({ kind: 'line', x1: x, y1: y, x2: x, y2: y + BAR, look: 'grid' }));
  return [
    { kind: 'box', x: 0, y, width, height: BAR, look: 'track' },
    ...cuts,
    { ...box, look: state === 'open' ? 'dashed' : state === 'overdue' ? 'striped' : 'full' },
    ...(state === 'overdue' ? stripes(box) : []),
    { kind: 'line', x1: now, y1: y - 3, x2: now, y2: y + BAR + 3, look: 'today' },
  ];
}

function lines(texts: readonly string[], first: number, look: 'strong' | 'soft'): readonly Shape[] {
  const size = look === 'strong' ? SIZE : NOTE_SIZE;
  return texts.map((text, index) => ({ kind: 'words', x: 0, y: first + index * LINE, text, size, look, anchor: 'start' }));
}

/** Strokes across a bar, so that it is not told by its colour alone. */
function stripes({ x, y, width }: { readonly x: number; readonly y: number; readonly width: number }): readonly Shape[] {
  const count = Math.max(0, Math.floor((width - BAR / 2) / 8) + 1);
  return Array.from({ length: count }, (_, index) => {
    const x1 = x + index * 8;
    return { kind: 'line', x1, y1: y + BAR, x2: x1 + BAR / 2, y2: y, look: 'stripe' };
  });
}
