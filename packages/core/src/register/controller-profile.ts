import type { Wording } from '../wording/wording.js';
import type { Backed } from './backing.js';
import type { Basis, ChannelType, IdentityDemand, PolicyRight } from './vocabulary.js';

/** Who answers (Art. 4(7), 13(1)(a) GDPR). */
export interface ControllerIdentity extends Backed {
  readonly name: string;
  readonly legalForm?: string;
  readonly address?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly website?: string;
  readonly representative?: string;
  /** Others who determine purposes and means with it (Art. 26). */
  readonly jointWith?: readonly string[];
}

/** The data protection officer (Art. 37-39 GDPR). */
export interface Officer extends Backed {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly post?: string;
}

/** Where requests can be sent. */
export interface RightsChannel extends Backed {
  readonly type: ChannelType;
  readonly value: string;
}

/** Whom a person turns to. */
export interface Contacts {
  readonly dpo?: Officer;
  /** Why none has to be appointed (Art. 37(1)), where there is none. */
  readonly dpoNotRequired?: string;
  readonly rightsChannels?: readonly RightsChannel[];
}

/** How an authority is reached. */
export interface AuthorityContact extends Backed {
  readonly url?: string;
  readonly post?: string;
  readonly phone?: string;
}

/** The authority that a person can complain to (Art. 77 GDPR). */
export interface SupervisoryAuthority extends Backed {
  readonly name: string;
  readonly contact?: AuthorityContact;
  /** That the policy tells of the right to complain. */
  readonly complaint?: Backed;
  /** The policy also names the authority of the person's own country. */
  readonly ownCountry?: Backed;
}

/** What the policy demands to know who asks. The ladder of identity checks is followed whatever it says (IDV-01). */
export interface IdentityPolicy extends Backed {
  readonly policyRequires: IdentityDemand;
  /** The policy takes requests from the person alone, and so refuses whoever acts for them (PER-04). */
  readonly inPersonOnly?: Backed;
}

/** What the policy says of one right. A right that is not mentioned at all is left out of the list. */
export interface RightStatement extends Backed {
  readonly denied?: true;
}

/** What the policy grants of portability. What is delivered is never less than Art. 20 demands (PRT-03). */
export interface PortabilityPolicy extends Backed {
  readonly policyScope: {
    /** Only data on these bases; without it on any. */
    readonly bases?: readonly Basis[];
    /** Only data given in this way. */
    readonly onlyThrough?: Wording;
  };
  /** The policy offers to send the data to somebody else. */
  readonly allowTransmission?: true;
}

/** What the policy says of itself, to be compared with the register and with what is found. */
export interface Declarations {
  readonly noSpecialCategories?: Backed;
  readonly noThirdCountryTransfer?: Backed;
  readonly noAdm?: Backed;
  readonly noSaleOrSharing?: Backed;
  readonly noRegister?: Backed;
}

/** What becomes of data after the person's death (LIL art. 84-86; PER-05, PER-06). */
export interface PostMortem extends Backed {
  readonly directives: readonly ('general' | 'specific')[];
  /** What the policy promises where there are none. It leads to a task for the officer, never to a deletion. */
  readonly withoutDirectives?: 'destroy';
}

/** What further copies cost (Art. 15(3) GDPR). The first is free. */
export interface Fees extends Backed {
  readonly furtherCopy: 'none' | 'cost_based';
}

/** A period the service keeps its own files for, with the written justification that no law gives (LOG-04). */
export interface JustifiedPeriod extends Backed {
  readonly length: string;
  readonly justification: string;
}

/** Something that the policy tells in words. */
export interface StatedText extends Backed {
  readonly text: Wording;
}

/**
 * Copies that are kept for emergencies. Nobody searches them, so it has to be told whether they hold what the systems no longer do
 * (EDPB Guidelines 01/2022, section 4.2.2; SCP-04).
 */
export interface BackupStatement extends Backed {
  readonly title: Wording;
  readonly holdsMore: boolean;
  /** What more, and why it is not searched; there where `holdsMore` is true. */
  readonly limits?: Wording;
}

/** What is true of a controller whatever the activity (law §5): who answers, how, and what its policy says. */
export interface ControllerProfile {
  /** Never an acronym: two organisations may share one. */
  readonly id: string;
  /** Links controllers of one group, which are never merged. */
  readonly groupId?: string;
  /** The text that quotes are taken from. */
  readonly policy?: string;
  readonly controller: ControllerIdentity;
  readonly contacts: Contacts;
  readonly supervisoryAuthority?: SupervisoryAuthority;
  /** ISO 3166-1 alpha-2: whose law fills what GDPR leaves open. */
  readonly jurisdiction: string;
  readonly timeZone: string;
  readonly holidayCalendar: string;
  /** In which it can answer, the preferred one first. */
  readonly languages: readonly string[];
  readonly identity: IdentityPolicy;
  readonly rights?: Readonly<Partial<Record<PolicyRight, RightStatement>>>;
  readonly portability?: PortabilityPolicy;
  readonly declares: Declarations;
  /** Whether people have to give their data, and what follows if they do not (Art. 13(2)(e)). */
  readonly provision?: StatedText;
  /** The measures of Art. 32, in general (Art. 30(1)(g)). */
  readonly security?: StatedText;
  readonly postMortem?: PostMortem;
  readonly fees?: Fees;
  readonly backups?: readonly BackupStatement[];
  readonly caseRetention: JustifiedPeriod;
  readonly archiveRetention: JustifiedPeriod;
}
