import type { JsonObject } from '@habeas/connector-sdk';
import { isStated } from '@habeas/core/law';
import type { ActivityBlock, SubjectReport } from '../subject-report.js';
import { present } from './present.js';

/** What Art. 15 wants told and the controller has not stated (PRF-03), activity by activity. */
export function unstatedItems({ register, blocks }: SubjectReport): readonly JsonObject[] {
  const { contacts, supervisoryAuthority } = register;
  const hasOfficer = contacts.dpo !== undefined && isStated(contacts.dpo);
  return [
    ...(hasOfficer ? [] : [{ item: 'dataProtectionOfficer' }]),
    ...(supervisoryAuthority === undefined ? [{ item: 'supervisoryAuthority' }] : []),
    ...blocks.flatMap((block) => unstatedOf(block)),
  ];
}

function unstatedOf(block: ActivityBlock): readonly JsonObject[] {
  const { id, heldFor, purposes, withoutConsent, origin, decisions } = block;
  if (heldFor !== undefined) return heldFor.controller === undefined ? [{ activity: id, item: 'heldFor' }] : [];
  const items: readonly (readonly [string, boolean])[] = [
    ['purposes', purposes.length + withoutConsent.length === 0],
    ['legalBases', purposes.some(({ bases }) => bases.length === 0)],
    ['recipients', !block.areRecipientsStated],
    ['storage', block.retention.some(({ told }) => isOpen(told))],
    ['sources', origin.stated.length + origin.told.length === 0],
    ['automatedDecisionMaking', decisions === undefined],
  ];
  const ofActivity = items.filter(([, isMissing]) => isMissing).map(([item]) => ({ activity: id, item }));
  return [...ofActivity, ...block.recipients.flatMap((fact) => unstatedOfRecipient(id, fact))];
}

/** Something of it is told at most: a period without the moment it runs from, an archive without a period, or nothing. */
function isOpen({ evaluation, unanchored, isArchiveOpen }: ActivityBlock['retention'][number]['told']): boolean {
  const isUnstated = evaluation.status === 'indeterminate' && evaluation.gaps.some(({ gap }) => gap === 'period_unstated');
  return isUnstated || unanchored !== undefined || isArchiveOpen;
}

function unstatedOfRecipient(activity: string, fact: ActivityBlock['recipients'][number]): readonly JsonObject[] {
  const { id, recipient, thirdCountries, isPlaceOpen } = fact;
  const items: readonly (readonly [string, boolean])[] = [
    ['name', recipient.name === undefined && recipient.unnamedBecause === undefined],
    ['country', isPlaceOpen],
    ['safeguard', thirdCountries.length > 0 && recipient.safeguard === undefined],
  ];
  return items.filter(([, isMissing]) => isMissing).map(([item]) => present({ activity, recipient: id, item }));
}
