import type { Random } from './random.js';

const DAY_MS = 86_400_000;

/** A moment of the example worlds, in the many ways that other people's systems write it down. UTC throughout. */
export class Moment {
  constructor(readonly epochMs: number) {}

  /** Some time on a day between two years, both included, during office hours. */
  static between(random: Random, firstYear: number, lastYear: number): Moment {
    const days = random.between(0, (lastYear - firstYear + 1) * 365 - 1);
    return new Moment(Date.UTC(firstYear, 0, 1) + days * DAY_MS + random.between(8 * 3600, 18 * 3600) * 1000);
  }

  /** The moment of an ISO date: `2023-06-15`, or with a time behind it. */
  static of(text: string): Moment {
    return new Moment(Date.parse(text.includes('T') ? text : `${text}T09:00:00Z`));
  }

  plusDays(days: number): Moment {
    return new Moment(this.epochMs + days * DAY_MS);
  }

  plusMinutes(minutes: number): Moment {
    return new Moment(this.epochMs + minutes * 60_000);
  }

  get year(): number {
    return new Date(this.epochMs).getUTCFullYear();
  }

  /** 2023-06-15 */
  get isoDate(): string {
    return new Date(this.epochMs).toISOString().slice(0, 10);
  }

  /** 2023-06-15 14:05:00 */
  get sqlDatetime(): string {
    return new Date(this.epochMs).toISOString().slice(0, 19).replace('T', ' ');
  }

  /** 15/06/2023 */
  get dayFirst(): string {
    return this.isoDate.split('-').reverse().join('/');
  }

  /** 15/06/2023 14:05 */
  get dayFirstWithTime(): string {
    return `${this.dayFirst} ${this.sqlDatetime.slice(11, 16)}`;
  }

  /** 20230615 */
  get compact(): string {
    return this.isoDate.replaceAll('-', '');
  }

  /** Seconds since 1970. */
  get epochSeconds(): number {
    return Math.floor(this.epochMs / 1000);
  }
}
