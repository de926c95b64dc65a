import type { NotedWords } from '../request/case-file.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import { withNotedWords } from '../request/noted-words.js';
import { Refused } from '../request/refused.js';

/**
 * The case file with what somebody wrote of a breach. Throws `Refused` with `INVALID_INPUT` where nothing was written, and where something was
 * although nothing can be sealed any more: then facts alone are noted.
 */
export async function withBreachWords(
  desk: Pick<Desk, 'vault'>,
  request: DataRequest,
  said: Omit<NotedWords, 'text'> & { readonly text: string | undefined },
): Promise<Pick<DataRequest, 'caseFile'>> {
  const text = said.text?.trim() ?? '';
  if (request.dataKey !== undefined && text === '') {
    throw new Refused('INVALID_INPUT', 'Nothing says what happened.', 'Write it down: it is kept sealed.');
  }
  return withNotedWords(desk, request, 'breachWords', { ...said, text });
}
