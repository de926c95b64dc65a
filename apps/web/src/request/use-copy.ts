import { useState } from 'react';
import { Cancelled } from '../api/service.js';
import { save } from '../api/use-download.js';
import { useService } from '../api/use-service.js';
import { useFormStep } from '../sign-in/use-form-step.js';

/** By its first byte: what it is, the service has seen before, and does not say. */
const ENDINGS: ReadonlyMap<number | undefined, string> = new Map([
  [0x25, 'pdf'],
  [0xff, 'jpg'],
  [0x89, 'png'],
]);

/** A copy of a document that waits for a decision. */
export interface Copy {
  readonly isSaved: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  /** Saves it as the browser does, which is a look at it: in the trail, and for five minutes nobody else's. */
  readonly save: () => void;
}

/** See {@link Copy}. Whoever would rather not prove that it is them has nothing saved, and sees no fault. */
export function useCopy(request: string): Copy {
  const service = useService();
  const [isSaved, setSaved] = useState(false);
  const { isPending, error, run } = useFormStep();
  const fetchCopy = async (): Promise<void> => {
    try {
      const copy = await service.file(`/requests/${encodeURIComponent(request)}/document`);
      const [first] = new Uint8Array(await copy.slice(0, 1).arrayBuffer());
      save(copy, `document.${ENDINGS.get(first) ?? 'bin'}`);
      setSaved(true);
    } catch (failure) {
      if (!(failure instanceof Cancelled)) throw failure;
    }
  };
  return {
    ...{ isSaved, isPending, error },
    save: () => {
      run(fetchCopy);
    },
  };
}
