import type { SubjectLanguage } from '../view/subject-look.js';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** How large a file is, as people say it: `4.2 MB`, `4,2 Mo`. */
export function sizeInWords(bytes: number, language: SubjectLanguage): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const amount = bytes / 1000 ** power;
  const form = { style: 'unit', unit: UNITS[power] ?? 'byte', unitDisplay: power === 0 ? 'long' : 'short' } as const;
  return new Intl.NumberFormat(language, { ...form, maximumFractionDigits: amount < 10 && power > 0 ? 1 : 0 }).format(amount);
}
