import { ownedReferences, type BoundCollection, type BoundMap, type BoundReference } from '../binding/bound-map.js';
import { oncePerPair } from '../once.js';

/** The way up from rows that identify their owner to the owner, reference by reference. */
export interface OwnerChain {
  readonly from: BoundCollection;
  readonly references: readonly BoundReference[];
  readonly owner: BoundCollection;
}

/**
 * The ways up from a collection whose rows identify their owners. One goes on until it comes to a collection that nobody
 * owns, or that identifies people itself.
 */
export function ownerChains(from: BoundCollection, map: BoundMap): readonly OwnerChain[] {
  const complete: OwnerChain[] = [];
  let open: readonly OwnerChain[] = [{ from, references: [], owner: from }];
  while (open.length > 0) {
    const longer = open.flatMap((chain) => stepsUp(chain, map));
    complete.push(...longer.filter((chain) => isTop(chain, map)));
    open = longer.filter((chain) => !isTop(chain, map));
  }
  return complete;
}

/** The chains that end at a collection: by them, rows below add to the identifiers of its rows. */
export const chainsTo = oncePerPair((owner: BoundCollection, map: BoundMap): readonly OwnerChain[] =>
  [...map.collections.values()].flatMap((from) =>
    from.state === 'bound' && identifiesOwner(from) ? ownerChains(from, map).filter((chain) => chain.owner === owner) : [],
  ),
);

/** Whether a collection's rows identify the rows that own them. */
export function identifiesOwner({ fields }: BoundCollection): boolean {
  return fields.some(({ identifier }) => identifier?.of === 'owner');
}

function stepsUp(chain: OwnerChain, map: BoundMap): readonly OwnerChain[] {
  return parents(chain, map).map(([reference, owner]) => ({
    from: chain.from,
    references: [...chain.references, reference],
    owner,
  }));
}

function isTop(chain: OwnerChain, map: BoundMap): boolean {
  return chain.owner.fields.some(({ identifier }) => identifier?.of === 'self') || parents(chain, map).length === 0;
}

/** The owners of a chain's end that it has not come through already. */
function parents(
  { from, references, owner }: OwnerChain,
  map: BoundMap,
): readonly (readonly [BoundReference, BoundCollection])[] {
  const passed = new Set([from.name, ...references.map(({ to }) => to)]);
  return ownedReferences(owner).flatMap((reference) => {
    const next = map.collections.get(reference.to);
    return next?.state === 'bound' && !passed.has(next.name) ? [[reference, next] as const] : [];
  });
}
