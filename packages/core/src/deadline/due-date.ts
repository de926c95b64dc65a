import type { RolledDate } from './working-days.js';

/** A date that something is due on, until the end of that day in the controller's zone, and how it came about (DLN-01). */
export type DueDate = RolledDate;
