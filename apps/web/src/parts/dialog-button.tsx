import { type ReactElement, useState } from 'react';
import { Button } from './button.js';

interface DialogButtonProps {
  readonly children: string;
  /** What it is called where several say the same. */
  readonly label?: string;
  readonly dialog: (onClose: () => void) => ReactElement;
}

/** Opens a dialog at a press. */
export function DialogButton({ children, label, dialog }: DialogButtonProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        {...(label === undefined ? {} : { 'aria-label': label })}
        onPress={() => {
          setOpen(true);
        }}
      >
        {children}
      </Button>
      {isOpen
        ? dialog(() => {
            setOpen(false);
          })
        : null}
    </>
  );
}
