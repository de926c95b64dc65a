import type { CaseFile } from '../request/case-file.js';
import type { DataRequest } from '../request/data-request.js';
import { type Fee, type FeeStanding, standingOf, totalOf } from './fee.js';

/** A fee as it stands, with what people wrote, as long as that is kept. */
export interface FeeView extends Fee {
  readonly standing: FeeStanding;
  /** In the smallest unit of its currency. */
  readonly total: number;
  /** What shows that it can be asked for. */
  readonly evidence?: string;
}

/** See {@link FeeView}; `undefined` where none was announced. */
export function viewFee({ fee }: Pick<DataRequest, 'fee'>, { feeWords = [] }: Pick<CaseFile, 'feeWords'>): FeeView | undefined {
  if (fee === undefined) return undefined;
  const said = feeWords.find(({ event }) => event === 'announce');
  const evidence = said === undefined ? {} : { evidence: said.text };
  return { ...fee, standing: standingOf(fee), total: totalOf(fee), ...evidence };
}
