import type { IdentifierKind } from '@habeas/connector-sdk';
import type { Group } from './given.js';
import { withRefs } from './holes.js';
import type { Read } from './vendor.js';

/** A way to a collection's records: by a person, or by the record that owns them. */
export type Way =
  | { readonly kind: 'find'; readonly by: IdentifierKind; readonly read: Read; readonly lists: readonly string[] }
  | { readonly kind: 'of'; readonly owner: string; readonly read: Read; readonly lists: readonly string[] };

/** How a collection names what it goes through: records of its owner, and items of listings. */
export function placed(read: Read, owner: string | undefined): Group {
  return withRefs(read.request, (ref) =>
    ref.endpoint === owner ? `\${parent.${ref.field}}` : `\${${ref.endpoint}.${ref.field}}`,
  );
}
