import type { ChannelType, ControllerProfile, SupervisoryAuthority } from '@habeas/core/law';
import type { LetterWording } from './wording.js';

/** A way to reach somebody. */
export interface LetterContact {
  readonly type: ChannelType;
  readonly value: string;
}

/** Where a person complains (Art. 77 GDPR). Its name is enough to be found; what else is known is printed. */
export interface LetterAuthority {
  readonly name: string;
  readonly post?: string;
  readonly phone?: string;
  readonly url?: string;
}

/** Who writes a letter. */
export interface LetterSender {
  readonly name: string;
  readonly address?: string;
  /** ISO 3166-1 alpha-2: where a court can be asked (Art. 79(2) GDPR). */
  readonly country: string;
  /** The data protection officer, where one is named. */
  readonly officer?: string;
  /** At least one for any letter; the officer's first. */
  readonly contacts: readonly LetterContact[];
  /** No letter that decides something goes out without one (OUT-02). */
  readonly authority?: LetterAuthority;
  readonly wording?: LetterWording;
}

/**
 * The sender that a register describes. It invents nothing: what the register does not say stays out, and `composeLetter` refuses the
 * letters that cannot be without it. Facts that are only assumed are printed like others; the officer has them on the list of
 * assumptions (PRF-03).
 */
export function letterSender(profile: ControllerProfile, wording?: LetterWording): LetterSender {
  const { controller, contacts, supervisoryAuthority } = profile;
  return {
    name: controller.name,
    ...(controller.address === undefined ? {} : { address: controller.address }),
    country: controller.country,
    ...(contacts.dpo?.name === undefined ? {} : { officer: contacts.dpo.name }),
    contacts: contactsOf(profile),
    ...(supervisoryAuthority === undefined ? {} : { authority: authorityOf(supervisoryAuthority) }),
    ...(wording === undefined ? {} : { wording }),
  };
}

/** One of each type: the officer's own first, and of the channels for requests what the officer has not. */
function contactsOf({ contacts: { dpo, rightsChannels = [] } }: ControllerProfile): readonly LetterContact[] {
  const ofOfficer = [
    { type: 'email', value: dpo?.email },
    { type: 'phone', value: dpo?.phone },
    { type: 'post', value: dpo?.post },
  ] as const;
  const known = [
    ...ofOfficer.flatMap(({ type, value }) => (value === undefined ? [] : [{ type, value }])),
    ...rightsChannels.map(({ type, value }) => ({ type, value })),
  ];
  return known.filter(({ type }, index) => known.findIndex((each) => each.type === type) === index);
}

function authorityOf({ name, contact }: SupervisoryAuthority): LetterAuthority {
  const { post, phone, url } = contact ?? {};
  return {
    name,
    ...(post === undefined ? {} : { post }),
    ...(phone === undefined ? {} : { phone }),
    ...(url === undefined ? {} : { url }),
  };
}
