import { z } from 'zod';

/** The name of a time zone in the IANA database. */
export const timeZoneSchema = z.string().refine(isTimeZone, 'expected a time zone such as Europe/Paris');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
