import type { Findings } from '../findings/findings.js';
import { viewProofFacts } from '../proof/proof-facts.js';
import { openCaseFile } from '../request/sealed-files.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import { findingsOf } from '../request/gathered.js';
import { redactionsOf } from '../request/record-rulings.js';
import type { RecordRedaction } from '../third-party/record-redaction.js';
import { heirRulingsInForce } from './rulings-in-force.js';
import { HeirScope } from './heir-scope.js';
import { limitFindings } from './limit-findings.js';

/**
 * What an answer to a request is made of: what was found, for an heir no more of it than was ruled in for the purpose (PER-05), and what people
 * had hidden of single records. Throws as `gatheredOf` does.
 */
export async function answerMaterial(
  desk: Pick<Desk, 'store' | 'vault'>,
  request: DataRequest,
): Promise<{ readonly findings: Findings; readonly redactions: readonly RecordRedaction[] }> {
  const findings = await findingsOf(desk, request);
  const file = await openCaseFile(desk.vault, request);
  const redactions = redactionsOf(file.recordRulings);
  if (viewProofFacts(request).onBehalf !== 'heir') return { findings, redactions };
  return { findings: limitFindings(findings, new HeirScope(heirRulingsInForce(file))), redactions };
}
