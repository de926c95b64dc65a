import type { BreachWords } from '../request/case-file.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import { Refused } from '../request/refused.js';
import { keyOf, openCaseFile, sealFile } from '../request/sealed-files.js';

/**
 * The case file with what somebody wrote of a breach. Throws `Refused` with `INVALID_INPUT` where nothing was written, and where something was
 * although nothing can be sealed any more: then facts alone are noted.
 */
export async function withBreachWords(
  { vault }: Pick<Desk, 'vault'>,
  request: DataRequest,
  said: Omit<BreachWords, 'text'> & { readonly text: string | undefined },
): Promise<Pick<DataRequest, 'caseFile'>> {
  const text = said.text?.trim() ?? '';
  if (request.dataKey === undefined) {
    if (text === '') return {};
    const gone = 'The personal data of this request was destroyed: nothing that is written can be kept with it.';
    throw new Refused('INVALID_INPUT', gone, 'Note it without words.');
  }
  if (text === '') throw new Refused('INVALID_INPUT', 'Nothing says what happened.', 'Write it down: it is kept sealed.');
  const file = await openCaseFile(vault, request);
  const breachWords = [...(file.breachWords ?? []), { ...said, text }];
  return { caseFile: await sealFile(vault, keyOf(request), 'case', { ...file, breachWords }) };
}
