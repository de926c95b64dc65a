import { useState } from 'react';

/** One step of a form: what it sends, and what came of it. */
export interface FormStep {
  readonly isPending: boolean;
  readonly error: unknown;
  /** Does it, unless it is being done. */
  readonly run: (work: () => Promise<void>) => void;
}

/** See {@link FormStep}. */
export function useFormStep(): FormStep {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = (work: () => Promise<void>): void => {
    if (isPending) return;
    setPending(true);
    setError(undefined);
    work()
      .catch(setError)
      .finally(() => {
        setPending(false);
      });
  };
  return { isPending, error, run };
}
