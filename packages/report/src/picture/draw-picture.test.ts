import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderWords } from '../catalogue/render-words.js';
import type { Flow, Timeline } from '../document/document.js';
import { drawPicture } from './draw-picture.js';
import type { Drawing, Shape } from './drawing.js';
import { scaleOf, ticksOf } from './time-scale.js';
import { widthOf, wrapWords } from './wrap-words.js';

const english = renderWords('en');
const kind = <Kind extends Shape['kind']>({ shapes }: Drawing, wanted: Kind) =>
  shapes.filter((shape): shape is Extract<Shape, { kind: Kind }> => shape.kind === wanted);

const leftOf = (box?: Extract<Shape, { kind: 'box' }>): number => box?.x ?? Number.NaN;
const rightOf = (box?: Extract<Shape, { kind: 'box' }>): number => (box === undefined ? Number.NaN : box.x + box.width);

const label = fc.string({ unit: 'grapheme', maxLength: 60 });
const side = fc
  .array(fc.record({ label, note: label }), { minLength: 1, maxLength: 6 })
  .map((nodes) => nodes.map((node, index) => ({ ...node, id: String(index) })));
const flow: fc.Arbitrary<Flow> = fc.record({ from: side, to: side }).map(({ from, to }) => ({
  kind: 'flow',
  from,
  to,
  arrows: from.map(({ id }) => ({ from: id, to: '0' })),
}));
const day = fc
  .integer({ min: -3_000, max: 20_000 })
  .map((days) => new Date(Date.UTC(2026, 3, 5 + days)).toISOString().slice(0, 10));
const timeline: fc.Arbitrary<Timeline> = fc.record({
  kind: fc.constant('timeline' as const),
  today: fc.constant('2026-04-05' as const),
  bars: fc.array(fc.record({ label, note: label, until: day as fc.Arbitrary<`${number}-${number}-${number}`>, state: fc.constantFrom('running' as const, 'overdue' as const) })), // prettier-ignore
});

describe('a picture', () => {
  it('keeps all its boxes and words inside its ground, in either shape', () => {
    fc.assert(
      fc.property(fc.oneof(flow, timeline), fc.constantFrom('wide' as const, 'narrow' as const), (picture, shape) => {
        const drawing = drawPicture(picture, shape, english);
        for (const { x, y, width, height } of kind(drawing, 'box')) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(drawing.width + 0.01);
          expect(y + height).toBeLessThanOrEqual(drawing.height + 0.01);
        }
        for (const { y } of kind(drawing, 'words')) expect(y).toBeLessThanOrEqual(drawing.height);
      }),
    );
  });
});

describe('a flow', () => {
  it('has an arrow from the side of one box to the side of the other', () => {
    const picture: Flow = {
      kind: 'flow',
      from: [{ id: 'a', label: 'A' }],
      to: [
        { id: 'x', label: 'X' },
        { id: 'y', label: 'Y', note: 'why' },
      ],
      arrows: [{ from: 'a', to: 'y' }],
    };
    const drawing = drawPicture(picture, 'wide', english);
    const [arrow] = kind(drawing, 'arrow');
    const [from, , to] = kind(drawing, 'box');
    expect(arrow).toMatchObject({ x1: rightOf(from), x2: to?.x });
    expect((arrow?.y2 ?? 0) - (to?.y ?? 0)).toBe((to?.height ?? 0) / 2);
    expect(kind(drawing, 'words').map(({ text }) => text)).toEqual(['A', 'X', 'Y', 'why']);
  });
});

describe('a timeline', () => {
  const bars: Timeline['bars'] = [
    { label: 'A', note: 'until', until: '2029-04-05', state: 'running' },
    { label: 'B', note: 'late', until: '2025-04-05', state: 'overdue' },
    { label: 'C', note: 'open', state: 'open' },
  ];
  const drawing = drawPicture({ kind: 'timeline', today: '2026-04-05', bars }, 'wide', english);

  it('runs from today, backwards where a day has gone by, and to the end where none is known', () => {
    const [now] = kind(drawing, 'line').filter(({ look }) => look === 'today');
    const [full, striped, dashed] = bars.map((_, index) => kind(drawing, 'box').filter(({ look }) => look !== 'track')[index]);
    expect([full?.look, striped?.look, dashed?.look]).toEqual(['full', 'striped', 'dashed']);
    expect(full?.x).toBe(now?.x1);
    expect(rightOf(striped)).toBeCloseTo(leftOf(full));
    expect(rightOf(dashed)).toBe(drawing.width - 1);
    expect(rightOf(full) - leftOf(full)).toBeCloseTo((1096 / 365) * (rightOf(striped) - leftOf(striped)));
  });

  it('tells its states apart without colours', () => {
    expect(kind(drawing, 'line').filter(({ look }) => look === 'stripe').length).toBeGreaterThan(3);
    expect(kind(drawing, 'words').map(({ text }) => text)).toEqual(expect.arrayContaining(['Today', 'until', 'late', 'open']));
  });

  it('has round dates, in months where it is short, and no more than there is room for', () => {
    const inYears = ticksOf(scaleOf(['2026-04-05', '2035-12-31'], 700), 8, 'en').map((tick) => tick.label);
    expect(inYears).toEqual(['2028', '2030', '2032', '2034', '2036']);
    const inMonths = ticksOf(scaleOf(['2026-04-05', '2026-09-01'], 700), 8, 'fr').map((tick) => tick.label);
    expect(inMonths).toEqual(['mai 2026', 'juin 2026', 'juil. 2026', 'août 2026', 'sept. 2026']);
    expect(ticksOf(scaleOf(['2026-04-05', '9026-04-05'], 700), 8, 'en').length).toBeLessThanOrEqual(9);
  });
});

describe('a label', () => {
  it('is broken into lines that fit, and loses nothing', () => {
    fc.assert(
      fc.property(label, (text) => {
        const lines = wrapWords(text, 100, 14);
        for (const line of lines)
          expect(widthOf(line, 14) <= 100 || [...new Intl.Segmenter().segment(line)].length === 1).toBe(true);
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
