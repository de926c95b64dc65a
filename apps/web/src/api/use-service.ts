import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { AcceptedOf, DocumentName, Service, VariablesOf } from './service.js';

export const ServiceContext = createContext<Service | undefined>(undefined);

/** The service, for the controller of the page. */
export function useService(): Service {
  const service = useContext(ServiceContext);
  if (service === undefined) throw new Error('There is no service around this part.');
  return service;
}

/** What a document gives is kept by this. */
export function keyOf<Name extends DocumentName>(
  controller: string,
  name: Name,
  variables?: VariablesOf<Name>,
): readonly unknown[] {
  return variables === undefined ? [controller, name] : [controller, name, variables];
}

/** What a document gives, asked for where it is not known or may have changed. */
export function useDocument<Name extends DocumentName>(
  name: Name,
  variables: VariablesOf<Name>,
  { enabled = true }: { readonly enabled?: boolean } = {},
): UseQueryResult<AcceptedOf<Name>> {
  const service = useService();
  return useQuery({ queryKey: keyOf(service.controller, name, variables), queryFn: () => service.run(name, variables), enabled });
}
