import { type ReactElement, useState } from 'react';
import type { Packing } from '../api/operations.generated.js';
import { Button } from '../parts/button.js';
import { Choice } from '../parts/choice.js';
import { DialogButton } from '../parts/dialog-button.js';
import { Dialog } from '../parts/dialog.js';
import { Fault } from '../parts/states.js';
import { type FormStep, useFormStep } from '../sign-in/use-form-step.js';
import { useSpeech } from '../words/use-speech.js';
import type { ShownRequest } from './shown-request.js';
import { useAnswered } from './use-act.js';

const PACKINGS: readonly Packing[] = ['zip', 'aes', 'age'];

interface PackDialogProps {
  readonly request: ShownRequest;
  readonly packing: Packing;
}

/** Locks a released archive with a passphrase, which is shown once: it goes to the subject by another way than the link. */
export function PackDialog({ request, packing }: PackDialogProps): ReactElement {
  const { say } = useSpeech();
  return (
    <DialogButton dialog={(onClose) => <Packer request={request} packing={packing} onClose={onClose} />}>
      {say('delivery.pack')}
    </DialogButton>
  );
}

/** Has it packed; `told` is the passphrase, null where it needs none. */
function usePacking(
  id: string,
): FormStep & { readonly told: string | null | undefined; readonly pack: (packing: Packing) => void } {
  const answered = useAnswered(id);
  const [told, setTold] = useState<string | null>();
  const step = useFormStep();
  const pack = async (packing: Packing): Promise<void> => {
    setTold((await answered('pack', { id, packing }))?.packArchive.passphrase);
  };
  return {
    ...step,
    told,
    pack: (packing) => {
      step.run(() => pack(packing));
    },
  };
}

function Packer({ request: { id }, packing, onClose }: PackDialogProps & { readonly onClose: () => void }): ReactElement {
  const { say } = useSpeech();
  const [wanted, setWanted] = useState(packing);
  const { told, pack, isPending, error } = usePacking(id);
  if (told !== undefined) return <Packed told={told} onClose={onClose} />;
  return (
    <Dialog title={say('delivery.pack')} onClose={onClose}>
      <p>{say('delivery.packText')}</p>
      <Choice
        label={say('delivery.packing')}
        value={wanted}
        options={PACKINGS.map((value) => ({ value, text: say(`packing.${value}`) }))}
        onChange={setWanted}
      />
      {error === undefined ? null : <Fault error={error} />}
      <div className="actions">
        <Button
          weight="main"
          isPending={isPending}
          onPress={() => {
            pack(wanted);
          }}
        >
          {say('delivery.pack')}
        </Button>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
      </div>
    </Dialog>
  );
}

/** The passphrase is here only: Escape does not lead out of it. */
function Packed({ told, onClose }: { readonly told: string | null; readonly onClose: () => void }): ReactElement {
  const { say } = useSpeech();
  return (
    <Dialog title={say('delivery.pack')} {...(told === null ? { onClose } : {})}>
      <p role="status">{say(told === null ? 'delivery.plain' : 'delivery.passphrase')}</p>
      {told === null ? null : <p className="once">{told}</p>}
      <div className="actions">
        <Button weight="main" onPress={onClose}>
          {say('app.close')}
        </Button>
      </div>
    </Dialog>
  );
}
