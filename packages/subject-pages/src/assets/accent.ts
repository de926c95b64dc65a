/** The grounds that words stand on, as the style has them. */
const GROUNDS = { light: ['#ffffff', '#f3f6f8'], dark: ['#12171c', '#1c242c'] } as const;
/** What words need against their ground (WCAG 1.4.3). */
const ENOUGH = 4.5;

/** A controller's colour as it can be read, on a light ground and on a dark one. */
export interface Accent {
  readonly light: string;
  readonly dark: string;
}

/** Makes a colour darker, and lighter, just until words in it can be read on every ground of the pages, and the ground's on it. */
export function accentOf(colour: string): Accent {
  return { light: until(colour, '#000000', GROUNDS.light), dark: until(colour, '#ffffff', GROUNDS.dark) };
}

/** How far two colours are apart, from 1 to 21, as WCAG 2 measures it. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function until(colour: string, end: string, grounds: readonly string[]): string {
  for (let percent = 0; percent < 100; percent += 2) {
    const mixed = mix(colour, end, percent / 100);
    if (grounds.every((ground) => contrast(mixed, ground) >= ENOUGH)) return mixed;
  }
  return end;
}

function mix(colour: string, end: string, share: number): string {
  const target = channels(end);
  const mixed = channels(colour).map((value, index) => Math.round(value + ((target[index] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
