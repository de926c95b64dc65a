import { isStated } from '../backing.js';
import type { RightStatement } from '../controller-profile.js';
import type { Register } from '../register.js';
import { type ChannelType, type PolicyRight, POLICY_RIGHTS } from '../vocabulary.js';
import type { LintFinding } from './lint.js';

/** ID_SYSTEMATIC: a copy of an identity document is demanded of everybody (IDV-01). */
export function systematicIdentityCopy({ identity }: Register): readonly LintFinding[] {
  if (identity.policyRequires !== 'id_copy') return [];
  return [
    {
      path: ['identity', 'policyRequires'],
      text: 'The policy demands a copy of an identity document of everybody who makes a request; only a reasonable doubt allows that.',
      remedy:
        'Ask for proof of identity only in doubt, and by the least that settles it. The ladder of checks is followed anyway.',
    },
  ];
}

/** PROXY_EXCLUDED: only the person may ask, so nobody may act for them (PER-04). */
export function excludedProxy({ identity }: Register): readonly LintFinding[] {
  if (identity.inPersonOnly === undefined) return [];
  return [
    {
      path: ['identity', 'inPersonOnly'],
      text: 'The policy takes requests from the person alone; a person may have somebody act for them.',
      remedy: 'Accept a mandate, and check both the mandate and the identity in proportion.',
    },
  ];
}

/** NO_ECHANNEL: a request cannot be made electronically (INT-06). */
export function noElectronicChannel({ contacts }: Register): readonly LintFinding[] {
  const { rightsChannels } = contacts;
  if (rightsChannels?.some((channel) => isStated(channel) && ELECTRONIC.has(channel.type))) return [];
  return [
    {
      path: ['contacts', 'rightsChannels'],
      text: 'Requests can be made by post or telephone only; data processed electronically need an electronic way.',
      remedy: 'Give an e-mail address or a portal. Requests that reach any electronic mailbox count from that day.',
    },
  ];
}

/** DPO_MISSING: no data protection officer is named, and nothing says that none is needed. */
export function missingOfficer({ contacts }: Register): readonly LintFinding[] {
  const { dpo, dpoNotRequired } = contacts;
  if (dpoNotRequired !== undefined || (dpo !== undefined && isStated(dpo))) return [];
  return [
    {
      path: ['contacts', 'dpo'],
      text: 'No data protection officer is named.',
      remedy: 'Name how the officer is reached, or say in contacts.dpoNotRequired why Art. 37(1) demands none.',
    },
  ];
}

/** RIGHT_OMITTED: the policy lists rights and leaves some out, or denies some. A list that is not known omits nothing. */
export function omittedRights(register: Register): readonly LintFinding[] {
  const { rights } = register;
  if (rights === undefined) return [];
  const owed = POLICY_RIGHTS.filter((right) => right !== 'withdraw_consent' || restsOnConsent(register));
  const omitted = owed.filter((right) => !isTold(rights[right]));
  const denied = owed.filter((right) => rights[right]?.denied === true);
  return [
    ...(omitted.length === 0
      ? []
      : [{ path: ['rights'], text: `The policy does not tell of ${listed(omitted)}.`, remedy: SERVED }]),
    ...denied.map((right) => ({
      path: ['rights', right],
      text: `The policy denies ${listed([right])}, which the law grants under its own conditions.`,
      remedy: SERVED,
    })),
  ];
}

/** PORT_NARROW: portability is granted for less than Art. 20 (PRT-03). */
export function narrowPortability({ portability }: Register): readonly LintFinding[] {
  if (portability === undefined) return [];
  const { bases, onlyThrough } = portability.policyScope;
  const remedy = 'Grant what Art. 20 grants. The archive holds no less, whatever the policy says.';
  const path = ['portability', 'policyScope'];
  const lost = [
    ...(bases === undefined || bases.some((basis) => /consent$/u.test(basis)) ? [] : ['consent']),
    ...(bases === undefined || bases.includes('contract') ? [] : ['contract']),
  ];
  return [
    ...(lost.length === 0
      ? []
      : [{ path: [...path, 'bases'], text: `Portability leaves out data that rest on ${lost.join(' and ')}.`, remedy }]),
    ...(onlyThrough === undefined
      ? []
      : [
          {
            path: [...path, 'onlyThrough'],
            text: `Portability is granted only for data given through ${onlyThrough.en}; the law asks how data are processed, not how they came.`,
            remedy,
          },
        ]),
  ];
}

/** REGISTER_DENIED: the controller says that it needs no register of processing. */
export function deniedRegister({ declares }: Register): readonly LintFinding[] {
  if (declares.noRegister === undefined || !isStated(declares.noRegister)) return [];
  return [
    {
      path: ['declares', 'noRegister'],
      text: 'The policy says that no register of processing is needed; below 250 employees that holds only for occasional processing without risk.',
      remedy: 'Keep a register of processing: this file can be it.',
    },
  ];
}

const ELECTRONIC: ReadonlySet<ChannelType> = new Set<ChannelType>(['email', 'portal']);

const SERVED = 'Tell of it in the policy. Requests are served as the law says, whatever the policy says.';

const NAMES: Readonly<Record<PolicyRight, string>> = {
  access: 'access (Art. 15)',
  rectification: 'rectification (Art. 16)',
  erasure: 'erasure (Art. 17)',
  restriction: 'restriction (Art. 18)',
  objection: 'objection (Art. 21)',
  portability: 'portability (Art. 20)',
  withdraw_consent: 'withdrawal of consent (Art. 7(3))',
};

function isTold(statement: RightStatement | undefined): boolean {
  return statement !== undefined && isStated(statement);
}

function listed(rights: readonly PolicyRight[]): string {
  return `the right of ${rights.map((right) => NAMES[right]).join(', ')}`;
}

function restsOnConsent({ activities }: Register): boolean {
  return Object.values(activities)
    .flatMap(({ purposes = {} }) => Object.values(purposes))
    .some(({ bases = [] }) => bases.some(({ basis }) => basis === 'consent' || basis === 'explicit_consent'));
}
