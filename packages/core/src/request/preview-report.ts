import type { RequestKey } from '../ports/request-vault.js';
import { requireFreshProof } from '../staff/principal.js';
import type { ArchiveFile, DataRequest } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { notFound, Refused } from './refused.js';
import { keyOf } from './sealed-files.js';

/** The forms in which a report lies in an archive: a page, its print, and the information for programs. */
export const REPORT_FORMS = ['html', 'pdf', 'json'] as const;

/** See {@link REPORT_FORMS}. */
export type ReportForm = (typeof REPORT_FORMS)[number];

/** Which file of a report somebody wants to see. */
export interface ReportVersion {
  readonly language: 'en' | 'fr';
  readonly form: ReportForm;
}

/** Where a report lies that waits for its release. */
export interface WaitingReport {
  readonly request: Pick<DataRequest, 'controller' | 'reference'>;
  readonly archive: ArchiveFile;
  readonly key: RequestKey;
}

/**
 * The versions in which the report of a request can be seen before its release: both pages, the print in the language that was asked
 * for, and for programs the same. Empty where there is no report, or it does not wait.
 */
export function reportVersions({ state, archive, disclosure, rights, language }: DataRequest): readonly ReportVersion[] {
  const isThere = archive !== undefined && disclosure !== undefined && rights.includes('access');
  if (!isThere || state !== 'awaiting_release') return [];
  const languages = ['en', 'fr'] as const;
  return [
    ...languages.map((each): ReportVersion => ({ language: each, form: 'html' })),
    { language, form: 'pdf' },
    { language, form: 'json' },
  ];
}

/**
 * Lets an officer see the report that would be handed over now (FMT-03), out of the archive itself. What is of a special category is not
 * masked in it, so it needs a fresh proof of the person (security R30), and is in the trail before it is shown (R31). Throws `Refused`:
 * `NOT_FOUND` for no such request, or a version that it does not have; `WRONG_STATE` where none waits for its release;
 * `STEP_UP_REQUIRED`.
 */
export async function previewReport(desk: Desk, viewer: Viewer, id: string, version: ReportVersion): Promise<WaitingReport> {
  return desk.store.transact(async ({ requests, audit, now }) => {
    const request = await requests.get(viewer.controller, id);
    if (request === undefined) throw notFound('request');
    requireFreshProof(viewer, now);
    const { archive, state } = request;
    if (archive === undefined || state !== 'awaiting_release') {
      throw new Refused(
        'WRONG_STATE',
        'A report is seen before its release when the archive is there, and until it is released.',
      );
    }
    const { language, form } = version;
    if (!reportVersions(request).some((each) => each.language === language && each.form === form)) throw notFound('report');
    await audit.add({
      id: desk.ids.next('aud'),
      controller: viewer.controller,
      actor: viewer.actor,
      action: 'report.preview',
      object: { type: 'request', id },
      outcome: 'done',
      details: { language, form },
    });
    return { request, archive, key: keyOf(request) };
  });
}
