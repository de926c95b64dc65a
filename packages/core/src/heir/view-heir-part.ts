import type { CollectionSpec } from '@habeas/connector-sdk';
import { viewProofFacts } from '../proof/proof-facts.js';
import type { HeirPurpose } from '../proof/representation/heir-purpose.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import { gatheredOf } from '../request/gathered.js';
import { openCaseFile } from '../request/sealed-files.js';
import type { CaseHeirRuling } from './heir-ruling.js';
import { heirPurposeOf, heirRulingsInForce } from './rulings-in-force.js';
import { HeirScope, type HeirStanding } from './heir-scope.js';

/** One collection, and how it stands to the purpose of an heir. */
export interface HeirCollection {
  readonly source: string;
  readonly collection: string;
  /** By language, where somebody has given it one. */
  readonly title?: CollectionSpec['title'];
  readonly records: number;
  readonly files: number;
  readonly standing: HeirStanding;
  /** Records that are handed over. */
  readonly needed: number;
}

/** What an heir is to have: for which purpose, of what was found, and by which rulings. */
export interface HeirPart {
  /** As it was accepted last. */
  readonly purpose?: HeirPurpose;
  /** Whether it was ruled for the purpose as it stands, on what was found last: before that nothing is released. */
  readonly isRuled: boolean;
  /** In the order of sources and names; of those that have something. Empty before anything is gathered. */
  readonly collections: readonly HeirCollection[];
  /** That hold, in their order. */
  readonly rulings: readonly CaseHeirRuling[];
}

/** What an heir is to have of a request, for those who decide it. `undefined` where no heir asks, nothing is known yet,
 * or everything is gone. */
export async function viewHeirPart(desk: Pick<Desk, 'store' | 'vault'>, request: DataRequest): Promise<HeirPart | undefined> {
  if (viewProofFacts(request).onBehalf !== 'heir' || request.caseFile === undefined) return undefined;
  const file = await openCaseFile(desk.vault, request);
  const purpose = heirPurposeOf(file);
  const rulings = heirRulingsInForce(file);
  return {
    ...(purpose === undefined ? {} : { purpose }),
    isRuled: isRuledForHeir(request),
    collections: await collectionsOf(desk, request, new HeirScope(rulings)),
    rulings,
  };
}

/** Whether it was ruled for an heir on what was found last. A decision for another purpose leaves nothing of it. */
export function isRuledForHeir(request: Pick<DataRequest, 'proof' | 'evidenceIndex'>): boolean {
  const { heir } = viewProofFacts(request);
  return heir !== undefined && heir.evidence === request.evidenceIndex;
}

async function collectionsOf(
  desk: Pick<Desk, 'store' | 'vault'>,
  request: DataRequest,
  scope: HeirScope,
): Promise<readonly HeirCollection[]> {
  if (request.evidenceIndex === undefined) return [];
  const { index, segments } = await gatheredOf(desk, request);
  return index.collections.flatMap(({ source, collection: { name, title } }): readonly HeirCollection[] => {
    const place = { source: source.id, collection: name };
    const own = segments.filter((each) => each.source === source.id && each.collection === name);
    const records = own.reduce((sum, each) => sum + each.records, 0);
    const files = own.reduce((sum, each) => sum + each.files, 0);
    if (records + files === 0) return [];
    const told = { records, files, standing: scope.standingOf(place), needed: scope.neededOf(place, records) };
    return [{ ...place, ...(title === undefined ? {} : { title }), ...told }];
  });
}
