import { REPORT_FORMS, type DataRequest, type ReportForm, reportVersions } from '@habeas/core';
import { ObjectType, registerEnumType } from '@nestjs/graphql';
import { previewPath } from '../../http/report-file.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';
import { Languages } from '../requests/request.words.js';

export const ReportForms = words<ReportForm>({ html: true, pdf: true, json: true });
registerEnumType(ReportForms, {
  name: 'ReportForm',
  description: `In which form a report is there: ${REPORT_FORMS.join(', ')}.`,
});

@ObjectType('ReportPreview', { description: 'Where the report can be seen that would be handed over now.' })
export class ReportPreviewType {
  @Shown('report.preview', () => Languages)
  readonly language!: string;

  @Shown('report.preview', () => ReportForms)
  readonly form!: string;

  @Shown('report.preview', () => String, {
    description: "From the service's own address on. Fetching it needs a fresh proof that it is you, and is in the trail.",
  })
  readonly path!: string;

  static of(request: DataRequest): readonly ReportPreviewType[] {
    return reportVersions(request).map((version) =>
      Object.assign(new ReportPreviewType(), { ...version, path: previewPath(request.id, version) }),
    );
  }
}
