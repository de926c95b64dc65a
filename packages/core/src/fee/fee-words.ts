import type { FeeWords } from '../request/case-file.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import { keyOf, openCaseFile, sealFile } from '../request/sealed-files.js';

/** The case file with what somebody wrote of a fee; as it is where they wrote nothing. */
export async function withFeeWords(
  { vault }: Pick<Desk, 'vault'>,
  request: DataRequest,
  { text, ...said }: FeeWords,
): Promise<Pick<DataRequest, 'caseFile'>> {
  if (text.trim() === '') return {};
  const file = await openCaseFile(vault, request);
  const feeWords = [...(file.feeWords ?? []), { ...said, text: text.trim() }];
  return { caseFile: await sealFile(vault, keyOf(request), 'case', { ...file, feeWords }) };
}
