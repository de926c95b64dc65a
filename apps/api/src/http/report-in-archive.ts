import { type ArchivedFile, openArchiveFile } from '@habeas/archive';
import type { OwnReport, ReportForm, ReportVersion, WorkDesk } from '@habeas/core';
import { PAGE_POLICY } from '@habeas/report';
import { archivedPath } from './report-file.js';

const MEDIA_TYPES: Readonly<Record<ReportForm, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  json: 'application/json',
};

/** A page needs its own style, and nothing else that the page's own policy does not allow either; what is saved needs nothing. */
const POLICIES: Readonly<Record<ReportForm, string>> = {
  html: `${PAGE_POLICY}; frame-ancestors 'none'; sandbox`,
  pdf: "default-src 'none'; frame-ancestors 'none'",
  json: "default-src 'none'; frame-ancestors 'none'",
};

/** A version of the report, out of an archive; `undefined` where the archive does not have it. */
export function reportIn(
  { vault }: Pick<WorkDesk, 'vault'>,
  { archive, key }: OwnReport,
  version: ReportVersion,
): Promise<ArchivedFile | undefined> {
  const bytes = { size: archive.bytes, read: (range: Parameters<typeof vault.read>[2]) => vault.read(key, archive.blob, range) };
  return openArchiveFile(bytes, archivedPath(version));
}

/** How a version is sent: nobody keeps it on its way, and nothing in it runs. */
export function reportHeaders({ form }: ReportVersion, { size }: ArchivedFile, name: string): Readonly<Record<string, string>> {
  return {
    'Content-Type': MEDIA_TYPES[form],
    'Content-Length': String(size),
    'Content-Disposition': `${form === 'html' ? 'inline' : 'attachment'}; filename="${name}"`,
    'Content-Security-Policy': POLICIES[form],
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  };
}
