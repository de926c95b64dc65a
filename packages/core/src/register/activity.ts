import type { Wording } from '../wording/wording.js';
import type { Origin } from '@habeas/connector-sdk';
import type { Backed } from './backing.js';
import type { RegisterRetention } from './retention.js';
import type { AdmLevel, Article9Condition, Basis, ControllerRole, SpecialCategory } from './vocabulary.js';

/** A legal basis of a purpose (Art. 6(1) GDPR). */
export interface PurposeBasis extends Backed {
  readonly basis: Basis;
  /** The interest that is pursued, where the basis is legitimate interest (Art. 13(1)(d)). */
  readonly interest?: Wording;
}

/** What data are used for. */
export interface Purpose extends Backed {
  readonly title: Wording;
  /** It is advertising or canvassing: the person can object without a reason (Art. 21(2)). */
  readonly marketing?: true;
  readonly bases?: readonly PurposeBasis[];
}

/** A kind of data that an activity holds. The columns themselves stand in data maps. */
export interface RegisterField extends Backed {
  readonly title: Wording;
  /** A term of the W3C Data Privacy Vocabulary, such as `pd:EmailAddress`. */
  readonly category: string;
  readonly origin: Origin;
  readonly special?: readonly SpecialCategory[];
}

/** Where the data of an activity come from (Art. 14(2)(f), 15(1)(g) GDPR). */
export interface CollectedFrom extends Backed {
  readonly title: Wording;
  /** Not from the person, so the report has to say from whom. */
  readonly thirdParty?: true;
}

/** A system that holds data of an activity, as the controller calls it. */
export interface RegisterSystem extends Backed {
  readonly name: string;
  /** Paper, or a store that no connector reads: searched by hand (SCP-07). */
  readonly manual?: true;
}

/** How an activity decides about people (Art. 15(1)(h), 22 GDPR), in words for the person. */
export interface AutomatedDecisions extends Backed {
  readonly level: AdmLevel;
  readonly logic?: Wording;
  readonly inputs?: Wording;
  readonly effect?: Wording;
  readonly consequences?: Wording;
  readonly humanRole?: Wording;
}

/** The condition of Art. 9(2) under which an activity holds special categories. */
export interface SpecialCondition extends Backed {
  readonly condition: Article9Condition;
}

/** What the controller is to the data of an activity. A policy seldom says so. */
export interface ActivityRole extends Backed {
  readonly is: ControllerRole;
}

/**
 * A processing activity: one entry of the register (Art. 30 GDPR). Collections of data maps point to it by its id. What an activity
 * lacks, and the register does not list as unstated, is a fault of the register.
 */
export interface Activity extends Backed {
  readonly title: Wording;
  readonly role: ActivityRole;
  /** For a processor: whose data they are, and who answers for them (INT-07). */
  readonly onBehalfOf?: Wording;
  readonly systems?: readonly RegisterSystem[];
  /** Whose data: ids of the register's subjects. */
  readonly subjects?: readonly string[];
  readonly purposes?: Readonly<Record<string, Purpose>>;
  readonly fields?: Readonly<Record<string, RegisterField>>;
  readonly article9?: readonly SpecialCondition[];
  /** Whether its health data are due in the days of the health code (DLN-10). Missing: nobody has said so, and they are not. */
  readonly healthFastTrack?: boolean;
  readonly collectedFrom?: readonly CollectedFrom[];
  /** Ids of the register's recipients. An empty list states that there are none. */
  readonly recipients?: readonly string[];
  readonly retention?: readonly RegisterRetention[];
  readonly adm?: AutomatedDecisions;
}
