import type { FieldSpec, Origin } from '@habeas/connector-sdk';
import type { Article9Condition, Basis, ControllerRole } from '../register/vocabulary.js';
import type { RetentionStatus } from '../retention/evaluation.js';

/** What a controller's own policy promises to hand over, which may be narrower or wider than Art. 20 GDPR (PRT-03). */
export interface PolicyScope {
  readonly origins: readonly Origin[];
  readonly bases: readonly Basis[] | 'any';
  /** The channels that the promise is limited to, such as `online`; absent: it is not limited. */
  readonly channels?: readonly string[];
}

/** What the register says of the processing activity a record serves (Art. 30 GDPR), as far as scope depends on it. Absent is unknown, never a default. */
export interface ActivityFacts {
  readonly id: string;
  /** One for each purpose that is current for the record; `undefined` where the register states no basis for it. Empty: no purpose is stated. */
  readonly bases: readonly (Basis | undefined)[];
  readonly automated?: boolean;
  /** Of what is on paper: whether it is part of a filing system (Art. 2(1), 4(6) GDPR). */
  readonly filingSystem?: boolean;
  readonly role: ControllerRole;
  readonly article9?: Article9Condition;
  readonly policyScope?: PolicyScope;
  /** How the person gave the data, where the policy distinguishes channels. */
  readonly channel?: string;
  /** Whether the controller hands over voluntarily what Art. 20 does not cover (PRT-04). */
  readonly voluntary?: boolean;
}

/** What a field of a log of consultations tells (SCP-05): when, what for, by whom, or something about the subject's record. */
export type LogPart = 'date' | 'purpose' | 'staff' | 'other';

/** What scope depends on in a field: its specification, and what people have said of it. */
export interface FieldFacts extends Pick<FieldSpec, 'name' | 'origin' | 'special' | 'thirdParty' | 'unclassified'> {
  /** Of somebody else's data: whether the subject gave them for a use of their own, as contacts are, and a room-mate's passport is not (PRT-06). */
  readonly ownUse?: boolean;
  /** In a log of consultations (SCP-05). */
  readonly logPart?: LogPart;
  /** What a DPO has decided where a review was needed (TPD-01; Art. 15(4), 20(4) GDPR). */
  readonly ruling?: 'disclose' | 'redact';
}

/** What a record is to the subject: theirs; a log of who looked at their data (SCP-05); or only a place that mentions them (SCP-06). */
export type RecordNature = 'own' | 'consultation-log' | 'mention-only';

/** What scope depends on in a record. Nothing here speaks of effort or volume: access has no such limit (SCP-03). */
export interface RecordFacts {
  /** Absent: nobody has said which activity it serves. */
  readonly activity?: ActivityFacts;
  readonly nature: RecordNature;
  /** Marks what is overdue, and changes no decision (SCP-02, RET-04). */
  readonly retention?: RetentionStatus;
}
