import { useDocument } from '../api/use-service.js';

/** Whether whoever looks may do something, by the name of the permission. Nobody may before it is known. */
export function usePermission(): (permission: string) => boolean {
  const { data } = useDocument('viewer', {});
  return (permission) => data?.viewer.permissions.includes(permission) === true;
}
