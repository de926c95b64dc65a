import type { Wording } from '../wording/wording.js';
import type { Activity } from './activity.js';

import type { ControllerProfile } from './controller-profile.js';
import type { Recipient } from './recipient.js';

/** A group of people whose data are processed (Art. 30(1)(c) GDPR). */
export interface SubjectGroup {
  readonly title: Wording;
  /** They are canvassed and are no customers. Recommended periods of retention are shorter for them. */
  readonly prospect?: true;
}

/** Something that Art. 13, 14, 15 or 30 GDPR want told, and the controller does not tell (PRF-03). */
export interface Unstated {
  /** Where it would stand; `*` stands for any name: `activities.*.adm`. */
  readonly item: string;
  /** What of it is told and what is missing, where it is told in part. */
  readonly partly?: string;
}

/**
 * A controller's profile and its record of processing activities (Art. 30 GDPR): the law as data. Purposes, recipients, periods and
 * safeguards of a report follow from it; what the controller does not state is unstated, and never invented.
 */
export interface Register extends ControllerProfile {
  readonly subjects: Readonly<Record<string, SubjectGroup>>;
  readonly recipients: Readonly<Record<string, Recipient>>;
  readonly activities: Readonly<Record<string, Activity>>;
  readonly unstated: readonly Unstated[];
}
