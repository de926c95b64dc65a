import type { LocalDate } from '../calendar/local-date.js';

/** One step on the way to a date, as data. A catalogue says it in words. */
export type TraceStep =
  | { readonly kind: 'received'; readonly date: LocalDate; readonly zone: string }
  /** The day in the controller's zone is not the day in UTC. */
  | { readonly kind: 'received-elsewhere'; readonly utc: LocalDate; readonly date: LocalDate; readonly zone: string }
  /** The clock starts later than receipt. */
  | { readonly kind: 'started' | 'not-started'; readonly date: LocalDate }
  /** Whether health information may be among it, or was found: then its period holds. */
  | { readonly kind: 'health-possible' | 'health-found'; readonly date: LocalDate }
  /** Of the health code. */
  | { readonly kind: 'health-days' | 'health-months'; readonly count: number; readonly date: LocalDate }
  | { readonly kind: 'months'; readonly count: number; readonly date: LocalDate }
  /** The month has no day of that number. */
  | { readonly kind: 'clamped'; readonly count: number; readonly day: number; readonly date: LocalDate }
  | { readonly kind: 'earlier-of'; readonly first: LocalDate; readonly second: LocalDate; readonly date: LocalDate }
  | { readonly kind: 'paused'; readonly count: number; readonly date: LocalDate }
  | { readonly kind: 'weekend' | 'rolled' | 'not-rolled' | 'ends'; readonly date: LocalDate }
  | { readonly kind: 'holiday'; readonly date: LocalDate; readonly name: string }
  | { readonly kind: 'unverified'; readonly date: LocalDate; readonly year: number; readonly calendar: string };
