import type { DutyWords } from '../request/case-file.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import { Refused } from '../request/refused.js';
import { keyOf, openCaseFile, sealFile } from '../request/sealed-files.js';

/**
 * The case file with what somebody wrote of a duty; nothing where they wrote nothing. Throws `Refused` with `INVALID_INPUT` where the request
 * is shredded, so that nothing can be sealed any more.
 */
export async function withDutyWords(
  { vault }: Pick<Desk, 'vault'>,
  request: DataRequest,
  { text: given = '', ...said }: Omit<DutyWords, 'text'> & { readonly text: string | undefined },
): Promise<Pick<DataRequest, 'caseFile'>> {
  const text = given.trim();
  if (text === '') return {};
  if (request.dataKey === undefined) {
    const gone = 'The personal data of this request was destroyed: nothing that is written can be kept with it.';
    throw new Refused('INVALID_INPUT', gone, 'End it without words.');
  }
  const file = await openCaseFile(vault, request);
  const dutyWords = [...(file.dutyWords ?? []), { ...said, text }];
  return { caseFile: await sealFile(vault, keyOf(request), 'case', { ...file, dutyWords }) };
}
