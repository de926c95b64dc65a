import type { RequestKey, RequestVault } from '../ports/request-vault.js';
import type { CaseFile } from './case-file.js';
import type { DataRequest, SubjectFile } from './data-request.js';
import { Refused } from './refused.js';

/** What is sealed in the fields of a request. */
export interface SealedFiles {
  readonly subject: SubjectFile;
  readonly case: CaseFile;
}

/** Seals one of a request's files. */
export async function sealFile<Name extends keyof SealedFiles>(
  vault: RequestVault,
  key: RequestKey,
  name: Name,
  file: SealedFiles[Name],
): Promise<string> {
  return vault.seal(key, name, JSON.stringify(file));
}

/** The key of a request; throws `Refused` where its personal data is gone. */
export function keyOf({ id, controller, dataKey }: DataRequest): RequestKey {
  if (dataKey === undefined) throw new Refused('WRONG_STATE', 'The personal data of this request was destroyed.');
  return { controller, request: id, dataKey };
}

/** What the subject gave. */
export async function openSubjectFile(vault: RequestVault, request: DataRequest): Promise<SubjectFile> {
  const { subjectFile } = request;
  if (subjectFile === undefined) throw new Refused('WRONG_STATE', 'The personal data of this request was destroyed.');
  return JSON.parse(await vault.open(keyOf(request), 'subject', subjectFile)) as SubjectFile;
}

/** What the search came to; nothing, before it. */
export async function openCaseFile(vault: RequestVault, request: DataRequest): Promise<CaseFile> {
  const { caseFile } = request;
  if (caseFile === undefined) return { matches: [], identifiers: [], reviews: [], decisions: [] };
  return JSON.parse(await vault.open(keyOf(request), 'case', caseFile)) as CaseFile;
}
