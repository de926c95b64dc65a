import type { ArchiveOptions } from '@habeas/archive';
import type { LoadedConfig } from '@habeas/configuration';
import type { Findings, Right, Subject } from '@habeas/core';
import { dateIn, DEFAULT_RELEASE_TERMS, Disclosure, type DisclosureSummary, summarizeDisclosure } from '@habeas/core/law';
import { annexIn, reportFiles } from '@habeas/report';
import { othersThan } from '@habeas/third-parties';

/** What is asked for, and how the answer is made. */
export interface ReportRequest {
  readonly subject: Subject;
  readonly rights: readonly Right[];
  readonly language: 'en' | 'fr';
  readonly reference: string;
  readonly requestedAt: Date;
}

/** What goes into the archive. */
export interface Disclosed extends Pick<ArchiveOptions, 'documents'> {
  readonly findings: Findings;
  /** Once the archive is made: what a data protection officer has to look at. Absent without a register. */
  readonly summary?: () => DisclosureSummary;
}

/**
 * What of the findings is handed over by the controller's register, with the report on it for a request for access. Without a
 * register everything that is held is handed over, and there is no report: nothing would be known to put into it.
 */
export function discloseFindings(
  findings: Findings,
  { register: file, controller, phoneRegion }: LoadedConfig,
  { subject, rights, language, reference, requestedAt }: ReportRequest,
): Disclosed {
  if (file === undefined) return { findings };
  const { register } = file;
  const { timeZone } = controller;
  const view = { today: dateIn(requestedAt, timeZone), timeZone };
  const known = subject.identifiers.map(({ identifier: { kind, value } }) => ({ kind, value: value.reveal() }));
  const othersIn = othersThan(known, phoneRegion);
  const disclosure = new Disclosure(findings, { register, rights, language, view, othersIn });
  const summary = (): DisclosureSummary =>
    summarizeDisclosure(disclosure.holdings(), findings.account(), rights, DEFAULT_RELEASE_TERMS);
  if (!rights.includes('access')) return { findings: disclosure.findings, summary };
  const request = { reference, receivedAt: requestedAt, rights };
  return {
    findings: disclosure.findings,
    summary,
    documents: ({ account, tables }) =>
      reportFiles(
        { register, holdings: disclosure.holdings(), account, request, view },
        { language, annexOf: annexIn(tables), withPdf: true },
      ),
  };
}
