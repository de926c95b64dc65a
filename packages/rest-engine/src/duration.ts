import { z } from 'zod';

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/u;

/** A span of time as a person writes it (`500ms`, `10s`, `1.5m`, `1h`, `1d`), in milliseconds. */
export const durationSchema = z
  .string()
  .regex(DURATION, 'expected a number with its unit: 500ms, 10s, 5m, 1h or 1d')
  .transform((text) => {
    const [, number, unit = ''] = DURATION.exec(text) ?? [];
    return Number(number) * (UNITS[unit] ?? Number.NaN);
  });
