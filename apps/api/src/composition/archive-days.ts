import { calendarPeriod } from '@habeas/core/law';

/** The days of a period that a register gives answers, never more than it means: a month has 30 of them (LOG-04). */
export function archiveDays(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const { years, months, days } = calendarPeriod(written);
  return years * 365 + months * 30 + days;
}
