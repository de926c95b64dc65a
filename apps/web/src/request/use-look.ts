import { useState } from 'react';
import { type AcceptedOf, Cancelled, type DocumentName, type VariablesOf } from '../api/service.js';
import { useService } from '../api/use-service.js';
import { useFormStep } from '../sign-in/use-form-step.js';

/** Something that is looked at by a press only, since each look is in the trail; it is forgotten with the page. */
export interface Look<Name extends DocumentName> {
  readonly found: AcceptedOf<Name> | undefined;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly look: () => void;
}

/** See {@link Look}. Whoever would rather not prove that it is them sees nothing, and no fault. */
export function useLook<Name extends DocumentName>(name: Name, variables: VariablesOf<Name>): Look<Name> {
  const service = useService();
  const [found, setFound] = useState<AcceptedOf<Name>>();
  const { isPending, error, run } = useFormStep();
  const look = (): void => {
    run(async () => {
      try {
        setFound(await service.run(name, variables));
      } catch (failure) {
        if (!(failure instanceof Cancelled)) throw failure;
      }
    });
  };
  return { found, isPending, error, look };
}
