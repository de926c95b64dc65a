import { useDocument } from '../api/use-service.js';

const NONE: ReadonlySet<string> = new Set();

/** What whoever is signed in may do for this controller: nothing, until that is known. The service minds it by itself, too. */
export function usePermissions(): ReadonlySet<string> {
  const { data } = useDocument('viewer', {});
  return data === undefined ? NONE : new Set(data.viewer.permissions);
}
