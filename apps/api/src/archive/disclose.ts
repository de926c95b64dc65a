import type { ArchiveDocument, MadeTables } from '@habeas/archive';
import type { LoadedConfig } from '@habeas/configuration';
import type { Account, ArchiveMaterial, DataRequest } from '@habeas/core';
import {
  dateIn,
  DEFAULT_RELEASE_TERMS,
  Disclosure,
  type DisclosureSummary,
  type Register,
  type RetentionTerms,
  summarizeDisclosure,
} from '@habeas/core/law';
import { annexIn, reportFiles, type ReportRequest } from '@habeas/report';
import { othersThan } from '@habeas/third-parties';

/** What a controller with a register decides its disclosures by. */
export interface DisclosureHouse {
  readonly register: Register;
  readonly timeZone: string;
  /** The region that national phone numbers in free text are read in. */
  readonly phoneRegion?: string;
}

/** The register's part of a configuration; `undefined` where it has none. */
export function disclosureHouseOf({ register, controller, phoneRegion }: LoadedConfig): DisclosureHouse | undefined {
  if (register === undefined) return undefined;
  return {
    register: register.register,
    timeZone: controller.timeZone,
    ...(phoneRegion === undefined ? {} : { phoneRegion }),
  };
}

/** By what a search's findings are looked at: the day that counts is that of the search, so that it comes out the same each time. */
export function retentionTermsOf({ register, timeZone }: DisclosureHouse, finishedAt: Date): RetentionTerms {
  return { register, view: { today: dateIn(finishedAt, timeZone), timeZone } };
}

/** Decides what of a request's findings is handed over. */
export function disclose(
  house: DisclosureHouse,
  { rights, language, rulings = [] }: DataRequest,
  { findings, redactions }: ArchiveMaterial,
): Disclosure {
  const { finishedAt, identifiers } = findings.account();
  // What was learnt outside the purpose of an heir is not known here
  const known = identifiers.filter(({ value }) => value !== '');
  return new Disclosure(findings, {
    ...retentionTermsOf(house, finishedAt),
    rights,
    language,
    rulings,
    redactions,
    othersIn: othersThan(known, house.phoneRegion),
  });
}

/** What is kept of it with the request. */
export function summaryOf(disclosure: Disclosure, account: Account, { rights }: DataRequest): DisclosureSummary {
  return summarizeDisclosure(disclosure.holdings(), account, rights, DEFAULT_RELEASE_TERMS);
}

/** The report of a request, once its tables are made (FMT-03). */
export function reportDocuments(
  house: DisclosureHouse,
  request: DataRequest,
  disclosure: Disclosure,
  { account, tables }: MadeTables,
): AsyncIterable<ArchiveDocument> {
  const { reference, receivedAt, rights, language, answers } = request;
  const told = { reference, receivedAt, rights, ...earlierOf(answers), ...forHeir(request, disclosure) };
  return reportFiles(
    { ...retentionTermsOf(house, account.finishedAt), holdings: disclosure.holdings(), account, request: told },
    { language, annexOf: annexIn(tables), withPdf: true },
  );
}

function forHeir({ proof }: DataRequest, disclosure: Disclosure): Pick<ReportRequest, 'forHeir'> {
  if (proof?.onBehalf !== 'heir') return {};
  const { outcome, purpose } = proof.representation ?? {};
  const accepted = outcome === 'accepted' && purpose !== undefined ? { purpose } : {};
  return { forHeir: { ...accepted, outside: disclosure.outside() } };
}

function earlierOf(answers: DataRequest['answers']): Pick<ReportRequest, 'earlier'> {
  const last = answers?.at(-1);
  return last === undefined ? {} : { earlier: { releasedAt: new Date(last.releasedAt), missing: last.missing } };
}
