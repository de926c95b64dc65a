import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { Cancelled } from './service.js';
import { useService } from './use-service.js';

/** A file of the service, and what it is called once it is saved. */
export interface Download {
  readonly path: string;
  readonly name: string;
}

/** Fetches a file and saves it. A plain link would not do: the service has to be told which controller it is for. */
export function useDownload(): UseMutationResult<void, Error, Download> {
  const service = useService();
  return useMutation({
    mutationFn: async ({ path, name }: Download) => {
      try {
        save(await service.file(path), name);
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error;
      }
    },
  });
}

/** Saves a file as the browser does. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
