import type { NotedWords } from './case-file.js';
import type { DataRequest } from './data-request.js';
import type { Desk } from './desk.js';
import { Refused } from './refused.js';
import { keyOf, openCaseFile, sealFile } from './sealed-files.js';

/**
 * The case file with what somebody wrote of something that is noted, and ends; nothing where they wrote nothing. Throws `Refused` with
 * `INVALID_INPUT` where something was written although nothing can be sealed any more: then facts alone are noted.
 */
export async function withNotedWords(
  { vault }: Pick<Desk, 'vault'>,
  request: DataRequest,
  list: 'breachWords' | 'dutyWords',
  { text: given = '', ...said }: Omit<NotedWords, 'text'> & { readonly text: string | undefined },
): Promise<Pick<DataRequest, 'caseFile'>> {
  const text = given.trim();
  if (text === '') return {};
  if (request.dataKey === undefined) {
    const gone = 'The personal data of this request was destroyed: nothing that is written can be kept with it.';
    throw new Refused('INVALID_INPUT', gone, 'Note it without words.');
  }
  const file = await openCaseFile(vault, request);
  const words = [...(file[list] ?? []), { ...said, text }];
  return { caseFile: await sealFile(vault, keyOf(request), 'case', { ...file, [list]: words }) };
}
