import type { CaseLetter } from './case-file.js';
import { keepChange, lockRequest } from './change-request.js';
import type { DataRequest } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { Refused } from './refused.js';
import { keyOf, openCaseFile, sealFile } from './sealed-files.js';

/** A letter as it goes out. */
export interface FinalLetter {
  /** Which of the letters it is: `acknowledgement`, `refusal` … */
  readonly kind: string;
  readonly language: 'en' | 'fr';
  /** The whole page. */
  readonly html: string;
}

/** How many letters one request can have: more are a mistake of a program. */
const MOST = 100;

/**
 * Keeps a letter as it was written, sealed with the request; the trail has its kind and its digest (LOG-01, LOG-02). Throws `Refused`:
 * `NOT_FOUND` for no such request, `WRONG_STATE` where its personal data was destroyed, `LIMITED` beyond a hundred letters.
 */
export async function keepLetter(
  desk: Desk & { readonly digest: (text: string) => string },
  viewer: Viewer,
  id: string,
  letter: FinalLetter,
): Promise<DataRequest> {
  return desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    const file = await openCaseFile(desk.vault, request);
    const earlier = file.letters ?? [];
    if (earlier.length >= MOST) throw new Refused('LIMITED', `A request has ${String(MOST)} letters at most.`);
    const sha256 = desk.digest(letter.html);
    const kept: CaseLetter = { ...letter, sha256, by: viewer.actor.id, at: transaction.now.toISOString() };
    const caseFile = await sealFile(desk.vault, keyOf(request), 'case', { ...file, letters: [...earlier, kept] });
    const details = { kind: letter.kind, language: letter.language, number: earlier.length + 1, sha256 };
    return keepChange(transaction, { ...request, caseFile }, { desk, viewer, action: 'letter.write', details });
  });
}
