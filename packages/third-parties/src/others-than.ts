import type { IdentifierAccount } from '@habeas/core';
import type { OthersIn } from '@habeas/core/law';
import { thirdPartyDetector } from './detector.js';

/**
 * Finds in a text what is of somebody else than the one whom these identifiers are of (TPD-06). `region` is where national phone
 * numbers are read, as ISO 3166-1 alpha-2.
 */
export function othersThan(identifiers: readonly Pick<IdentifierAccount, 'kind' | 'value'>[], region?: string): OthersIn {
  const ofKind = (kind: IdentifierAccount['kind']): readonly string[] =>
    identifiers.filter((each) => each.kind === kind).map(({ value }) => value);
  const subject = { names: ofKind('name'), emails: ofKind('email'), phones: ofKind('phone'), ids: ofKind('id') };
  return thirdPartyDetector({ subject, ...(region === undefined ? {} : { phoneRegions: [region] }) });
}
