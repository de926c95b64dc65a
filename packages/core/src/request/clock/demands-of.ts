import { computeDeadlines } from '../../deadline/deadlines.js';
import { stillPauses } from '../../deadline/pause.js';
import type { ClockSettings, Demand, IdentityDoubt, RequestClock } from '../../deadline/request-clock.js';
import { noteDemand, noteDemandMet } from '../../deadline/uk-demand.js';
import type { DataRequest } from '../data-request.js';
import { type AskedQuestion, factsOf } from './clock-facts.js';

/** Something that was asked for, as a request keeps it. */
interface KeptDemand extends Demand {
  /** Where it was asked in a question: by the officer's word, where that came late. */
  readonly question?: Pick<AskedQuestion, 'confirmedBy'>;
}

/** What of a request tells what was asked for. */
export type Demanding = Pick<DataRequest, 'clock' | 'fee' | 'proof'>;

/** Whether a question asks for something that starts the clock: in the UK pack each of identity does (ICO; DLN-09). */
export function isDemand({ about }: Pick<AskedQuestion, 'about'>, { rules }: ClockSettings): boolean {
  return rules.pack === 'uk' && about.kind === 'identity';
}

/** What a question of identity asks for, by its doubt: whoever acts for another shows their authority. */
export function askedFor(doubt: IdentityDoubt): Demand['what'] {
  return doubt === 'sent_by_another' ? 'authority' : 'identity';
}

/** A clock with all that was asked for, as it was noted: each thing once, in the order of asking. In the UK pack alone (DLN-09). */
export function withKeptDemands(clock: RequestClock, request: Demanding, settings: ClockSettings): RequestClock {
  return keptDemands(request, settings).reduce((all, demand) => noted(all, settings, demand), clock);
}

/**
 * A clock with what it waits for by the receipt as it is noted now: what was asked for after the period was over, or late in a question
 * that no data protection officer confirmed, starts nothing anew (DLN-09). The earlier date holds.
 */
export function withDemands(clock: RequestClock, request: Demanding, settings: ClockSettings): RequestClock {
  return keptDemands(request, settings).reduce(
    (all, demand) => (counts(all, settings, demand) ? noted(all, settings, demand) : all),
    clock,
  );
}

/** The last question, where it waits for what was asked for in it. `kept` is the clock as it was noted. */
export function openDemand(request: Demanding, kept: RequestClock, settings: ClockSettings): Demand | undefined {
  const last = factsOf(request).questions.at(-1);
  if (last?.about.kind !== 'identity' || last.answeredAt !== undefined || !isDemand(last, settings)) return undefined;
  const what = askedFor(last.about.doubt);
  return kept.demands.find((each) => each.what === what && each.metAt === undefined);
}

function counts(clock: RequestClock, settings: ClockSettings, { askedAt, question }: KeptDemand): boolean {
  const isInTime = askedAt < computeDeadlines(clock, settings, askedAt).lateFrom;
  return isInTime && (question === undefined || stillPauses(clock, settings, { askedAt, ...question }));
}

function noted(clock: RequestClock, settings: ClockSettings, { what, askedAt, metAt }: KeptDemand): RequestClock {
  const isAsked = clock.demands.some((each) => each.what === what);
  if (isAsked) return clock;
  const asked = noteDemand(clock, settings, { what, askedAt });
  return metAt === undefined ? asked : noteDemandMet(asked, what, metAt);
}

function keptDemands(request: Demanding, settings: ClockSettings): readonly KeptDemand[] {
  if (settings.rules.pack !== 'uk') return [];
  const all = [...ofQuestions(request), ...ofDocument(request), ...ofFee(request)];
  return all.sort((one, other) => one.askedAt.getTime() - other.askedAt.getTime());
}

function ofQuestions(request: Demanding): readonly KeptDemand[] {
  return factsOf(request).questions.flatMap(({ about, askedAt, answeredAt, confirmedBy }) => {
    if (about.kind !== 'identity') return [];
    const what = askedFor(about.doubt);
    const met = answeredAt ?? (what === 'authority' ? decidedAt(request, askedAt) : undefined);
    const question = confirmedBy === undefined ? {} : { confirmedBy };
    return [{ what, askedAt: new Date(askedAt), ...metAt(met), question }];
  });
}

/** When an officer accepted the authority that was asked for: it had come by then. */
function decidedAt({ proof }: Demanding, askedAt: string): string | undefined {
  const decided = proof?.representation;
  return decided?.outcome === 'accepted' && decided.at >= askedAt ? decided.at : undefined;
}

/** A copy that waits or was accepted has come; one that was rejected has not. */
function ofDocument({ proof }: Demanding): readonly KeptDemand[] {
  const document = proof?.document;
  if (document === undefined) return [];
  return [{ what: 'identity', askedAt: new Date(document.demandedAt), ...metAt(document.receivedAt) }];
}

function ofFee({ fee }: Demanding): readonly KeptDemand[] {
  return fee === undefined ? [] : [{ what: 'fee', askedAt: new Date(fee.announcedAt), ...metAt(fee.end?.at) }];
}

function metAt(at: string | undefined): Pick<Demand, 'metAt'> {
  return at === undefined ? {} : { metAt: new Date(at) };
}
