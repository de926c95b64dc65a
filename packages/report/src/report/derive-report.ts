import type { IdentifierAccount, SourceDescription } from '@habeas/core';
import {
  type Activity,
  type Backed,
  type Holding,
  isStated,
  type Recipient,
  type Register,
  thirdCountriesOf,
  type Wording,
} from '@habeas/core/law';
import type {
  ActivityBlock,
  Confirmation,
  OriginFact,
  PurposeFact,
  RecipientFact,
  ReportInput,
  RetentionFact,
  SubjectReport,
} from './subject-report.js';
import { rightsOf, sortedRights } from './rights.js';

/**
 * Derives what Art. 15(1)(a)-(h) and (2) GDPR want told, for the activities in which the person has records and for no other
 * (REP-02; law §2). What the register only assumes is no fact: the person is told that the controller has not stated it, and the
 * officer what has to be confirmed (PRF-03). Lints are the officer's alone.
 */
export function deriveReport({ register, holdings, account, request, view }: ReportInput): SubjectReport {
  const blocks = Object.entries(register.activities).flatMap(([id, activity]) => {
    const own = holdings.filter(({ collection }) => collection.activity === id);
    return own.length === 0 ? [] : [blockOf(id, activity, own, register)];
  });
  const known = new Set(blocks.flatMap((block) => block.holdings));
  return {
    register,
    request,
    view,
    snapshotAt: account.finishedAt,
    account,
    confirmation: confirmationOf(holdings, account.complete),
    isComplete: account.complete,
    blocks,
    unassigned: holdings.filter((holding) => !known.has(holding)),
    holdings,
    sources: sourcesOf(account.ledger.map(({ source }) => source)),
    searchedWith: kindsOf(account.identifiers),
    rights: sortedRights(blocks.flatMap(({ rights }) => rights)),
  };
}

function confirmationOf(holdings: readonly Holding[], isComplete: boolean): Confirmation {
  if (holdings.length > 0) return 'held';
  return isComplete ? 'nothing' : 'unknown';
}

function blockOf(id: string, activity: Activity, holdings: readonly Holding[], { recipients }: Register): ActivityBlock {
  const refused = new Set(holdings.flatMap(({ withoutConsent }) => withoutConsent));
  const purposes = Object.entries(activity.purposes ?? {}).filter(([, purpose]) => isStated(purpose));
  const stated = purposes.filter(([purpose]) => !refused.has(purpose)).map(([, purpose]) => purpose);
  const told: readonly PurposeFact[] = stated.map(({ title, marketing, bases = [] }) => ({
    title,
    isMarketing: marketing === true,
    bases: bases.filter(isStated),
  }));
  const decisions = ifStated(activity.adm);
  return {
    id,
    activity,
    holdings,
    records: holdings.reduce((sum, { records }) => sum + records, 0),
    purposes: told,
    withoutConsent: purposes.filter(([purpose]) => refused.has(purpose)).map(([, { title }]): Wording => title),
    recipients: recipientsOf(activity, recipients),
    retention: holdings.flatMap((holding) => holding.retention.map((group): RetentionFact => ({ holding, group }))),
    origin: originOf(activity, holdings),
    ...(decisions === undefined ? {} : { decisions }),
    rights: rightsOf(told, holdings, decisions),
  };
}

/** Staff is no recipient, and neither is an authority that asks in an inquiry of its own (Art. 4(9)). */
function recipientsOf({ recipients = [] }: Activity, all: Register['recipients']): readonly RecipientFact[] {
  return recipients.flatMap((id) => {
    const recipient = all[id];
    if (recipient === undefined || !isTold(recipient)) return [];
    return [{ id, recipient, thirdCountries: thirdCountriesOf(recipient) }];
  });
}

function isTold(recipient: Recipient): boolean {
  return isStated(recipient) && recipient.role !== 'internal' && recipient.role !== 'authority';
}

function originOf({ collectedFrom = [] }: Activity, holdings: readonly Holding[]): OriginFact {
  const told = new Map<string, number>();
  for (const { name, records } of holdings.flatMap((holding) => holding.collectedFrom.names)) {
    told.set(name, (told.get(name) ?? 0) + records);
  }
  return {
    stated: collectedFrom.filter(isStated),
    told: [...told].map(([name, records]) => ({ name, records })),
    untold: holdings.reduce((sum, holding) => sum + holding.collectedFrom.untold, 0),
    isMoreTold: holdings.some((holding) => holding.collectedFrom.more),
  };
}

function ifStated<Fact extends Backed>(fact: Fact | undefined): Fact | undefined {
  return fact !== undefined && isStated(fact) ? fact : undefined;
}

function sourcesOf(sources: readonly SourceDescription[]): readonly SourceDescription[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}

function kindsOf(identifiers: readonly IdentifierAccount[]): readonly IdentifierAccount['kind'][] {
  return [...new Set(identifiers.map(({ kind }) => kind))];
}
