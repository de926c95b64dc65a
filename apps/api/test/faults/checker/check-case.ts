import { type CaseFile, readDiary } from './case-file.js';
import { checkArchives } from './check-archives.js';
import { checkCanaries } from './check-canaries.js';
import { checkLeftovers } from './check-leftovers.js';
import { checkRequests } from './check-requests.js';
import { checkTrail } from './check-trail.js';
import { Findings } from './findings.js';
import { readStore } from './store-rows.js';

/** Checks everything there is to check. Rejects where the store or an archive cannot even be read. */
export async function checkCase(given: CaseFile): Promise<Findings> {
  const diary = readDiary(given.diary);
  const rows = await readStore(given.store);
  const findings = new Findings();
  checkRequests(rows, diary, findings);
  checkTrail(rows, diary, findings);
  await checkArchives(given, diary, findings);
  checkLeftovers(given, rows, findings);
  checkCanaries(given, findings);
  return findings;
}
