import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accentOf, contrast } from './accent.js';
import { SUBJECT_STYLE } from './style.js';

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the colour of a controller', () => {
  it('can be read on every ground, and every ground on it, whatever it is (WCAG 1.4.3)', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const { light, dark } = accentOf(colour);
        for (const ground of ['#ffffff', '#f3f6f8']) expect(contrast(light, ground)).toBeGreaterThanOrEqual(4.5);
        for (const ground of ['#12171c', '#1c242c', '#0d1a22']) expect(contrast(dark, ground)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 2_000 },
    );
  });

  it('stays as it is where it can be read already', () => {
    expect(accentOf('#15526f').light).toBe('#15526f');
    expect(accentOf('#8fc9e8').dark).toBe('#8fc9e8');
    expect(accentOf('#000000').dark).not.toBe('#000000');
  });

  it('is measured as WCAG 2 does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('is made for the grounds that the style has', () => {
    for (const ground of ['--ground: #fff', '--pale: #f3f6f8', '--ground: #12171c', '--pale: #1c242c', '--on-main: #0d1a22']) {
      expect(SUBJECT_STYLE).toContain(ground);
    }
  });
});
