import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { type AcceptedOf, Cancelled, type DocumentName, type VariablesOf } from './service.js';
import { keyOf, useService } from './use-service.js';

/**
 * Changes something, and has what is shown of it asked for anew, whatever came of it. Gives nothing where the person would rather not
 * prove that it is them; rejects with what the service refused it for.
 */
export function useChange<Name extends DocumentName>(
  name: Name,
  shown: readonly DocumentName[],
): UseMutationResult<AcceptedOf<Name> | undefined, Error, VariablesOf<Name>> {
  const service = useService();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (variables: VariablesOf<Name>) => {
      try {
        return await service.run(name, variables);
      } catch (error) {
        if (error instanceof Cancelled) return undefined;
        throw error;
      }
    },
    onSettled: () =>
      Promise.all(shown.map((document) => client.invalidateQueries({ queryKey: keyOf(service.controller, document) }))),
  });
}
