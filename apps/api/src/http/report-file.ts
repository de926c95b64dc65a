import { REPORT_FORMS, type ReportVersion } from '@habeas/core';

const PREVIEW = new RegExp(`^(en|fr)\\.(${REPORT_FORMS.join('|')})$`, 'u');

/** Where a version of a request's report can be seen before its release, from the service's own address on. No personal data. */
export function previewPath(id: string, { language, form }: ReportVersion): string {
  return `/requests/${encodeURIComponent(id)}/report/${language}.${form}`;
}

/** The version that the last part of such a path names; `undefined` where it names none. */
export function versionNamed(name: string): ReportVersion | undefined {
  const [, language, form] = PREVIEW.exec(name) ?? [];
  return language === undefined ? undefined : ({ language, form } as ReportVersion);
}

/** Where a version lies in an archive, below its top folder. */
export function archivedPath({ language, form }: ReportVersion): string {
  return form === 'json' ? 'data/report/article15.json' : `data/report/report.${language}.${form}`;
}
