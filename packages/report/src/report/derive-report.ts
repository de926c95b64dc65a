import type { IdentifierAccount, SourceDescription } from '@habeas/core';
import { type Activity, type Backed, type Holding, isStated, type Purpose, type Register, type Wording } from '@habeas/core/law';
import { originFact } from './origin-fact.js';
import { recipientFacts } from './recipient-fact.js';
import { rightsOf, sortedRights } from './rights.js';
import type { ActivityBlock, Confirmation, PurposeFact, ReportInput, RetentionFact, SubjectReport } from './subject-report.js';
import { toldRetention } from './told-retention.js';

/**
 * Derives what Art. 15(1)(a)-(h) and (2) GDPR want told, for the activities in which the person has records and for no other
 * (REP-02; law §2). Lints are the officer's alone.
 *
 * What the register only assumes is no fact: the person is told that the controller has not stated it, and the officer what has to
 * be confirmed (PRF-03). Purposes are told with their bases, where those are stated, and without where they are assumed. Told
 * although assumed are three things that are not statements about what the controller does with the data: how to reach the
 * authority, which that publishes itself (Art. 15(1)(f)); how long the file of the request is kept, which this service carries out;
 * and for whom data are held, where nothing of them is handed over because of it (Art. 12(4)).
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
    confirmation: confirmationOf([...holdings, ...(request.forHeir?.outside ?? [])], account.complete),
    isComplete: account.complete,
    blocks,
    unassigned: holdings.filter((holding) => !known.has(holding)),
    holdings,
    sources: sourcesOf(account.ledger.map(({ source }) => source)),
    searchedWith: kindsOf(account.identifiers),
    rights: sortedRights(blocks.flatMap(({ rights }) => rights)),
  };
}

/** Also what is outside the purpose of an heir is held. */
function confirmationOf(holdings: readonly unknown[], isComplete: boolean): Confirmation {
  if (holdings.length > 0) return 'held';
  return isComplete ? 'nothing' : 'unknown';
}

function blockOf(id: string, activity: Activity, holdings: readonly Holding[], register: Register): ActivityBlock {
  const refused = refusedPurposes(holdings);
  const stated = Object.entries(activity.purposes ?? {}).filter(([, purpose]) => isStated(purpose));
  const purposes = stated.filter(([purpose]) => !refused.has(purpose)).map(([, purpose]) => purposeOf(purpose));
  const decisions = ifStated(activity.adm);
  return {
    id,
    activity,
    holdings,
    records: holdings.reduce((sum, { records }) => sum + records, 0),
    ...heldFor(activity),
    purposes,
    isBasisOpen: stated.length === 0 || purposes.some(({ bases }) => bases.length === 0),
    withoutConsent: stated.filter(([purpose]) => refused.has(purpose)).map(([, { title }]): Wording => title),
    ...recipientFacts(activity, register),
    conditions: (activity.article9 ?? []).filter(isStated).map(({ condition }) => condition),
    retention: holdings.flatMap((holding) =>
      holding.retention.map((group): RetentionFact => ({ holding, told: toldRetention(group, activity) })),
    ),
    origin: originFact(activity, holdings),
    ...(decisions === undefined ? {} : { decisions }),
    rights: activity.role.is === 'processor' ? [] : rightsOf(purposes, holdings, decisions),
  };
}

function purposeOf({ title, marketing, bases = [] }: Purpose): PurposeFact {
  return { title, isMarketing: marketing === true, bases: bases.filter(isStated) };
}

/** What no record says yes to, of what records are asked about: a yes in one place is a yes. */
function refusedPurposes(holdings: readonly Holding[]): ReadonlySet<string> {
  const refused = new Set(holdings.flatMap(({ withoutConsent }) => withoutConsent));
  for (const { collection, withoutConsent } of holdings) {
    for (const { consentTo } of collection.fields) {
      if (consentTo !== undefined && !withoutConsent.includes(consentTo)) refused.delete(consentTo);
    }
  }
  return refused;
}

/** Also where the role is only assumed: nothing of these data is handed over because of it, and the person is told why (TPD-03). */
function heldFor({ role, onBehalfOf }: Activity): Pick<ActivityBlock, 'heldFor'> {
  if (role.is !== 'processor') return {};
  return { heldFor: onBehalfOf === undefined ? {} : { controller: onBehalfOf } };
}

function ifStated<Fact extends Backed>(fact: Fact | undefined): Fact | undefined {
  return fact !== undefined && isStated(fact) ? fact : undefined;
}

function sourcesOf(sources: readonly SourceDescription[]): readonly SourceDescription[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}

function kindsOf(identifiers: readonly IdentifierAccount[]): readonly IdentifierAccount['kind'][] {
  return [...new Set(identifiers.filter(({ round }) => round > 0).map(({ kind }) => kind))];
}
