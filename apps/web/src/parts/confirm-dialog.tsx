import type { ReactElement } from 'react';
import { useChange } from '../api/use-change.js';
import type { DocumentName, VariablesOf } from '../api/service.js';
import { FormDialog } from './form-dialog.js';

interface ConfirmDialogProps<Name extends DocumentName> {
  readonly change: Name;
  readonly variables: VariablesOf<Name>;
  /** What is asked for anew afterwards. */
  readonly shown: readonly DocumentName[];
  readonly title: string;
  readonly text: string;
  readonly submit: string;
  readonly onClose: () => void;
}

/** Something that cannot be taken back is done once it is said that it is meant. */
export function ConfirmDialog<Name extends DocumentName>(props: ConfirmDialogProps<Name>): ReactElement {
  const { change, variables, shown, title, text, submit, onClose } = props;
  const { mutate, error, isPending } = useChange(change, shown);
  return (
    <FormDialog
      {...{ title, submit, isPending, error, onClose }}
      isGrave
      onSubmit={() => {
        mutate(variables, {
          onSuccess: (done) => {
            if (done !== undefined) onClose();
          },
        });
      }}
    >
      <p>{text}</p>
    </FormDialog>
  );
}
