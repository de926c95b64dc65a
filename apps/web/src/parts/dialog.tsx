import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Escape, and whatever else leads out. Nothing where there is no other way than through. */
  readonly onClose?: () => void;
}

/** Stands over the page, which keeps everything that was typed. The keyboard stays in it, and goes back where it was. */
export function Dialog({ title, children, onClose }: DialogProps): ReactElement {
  return (
    <ModalOverlay
      isOpen
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose?.();
      }}
      className="overlay"
    >
      <Modal className="modal">
        <AriaDialog className="dialog">
          <Heading slot="title">{title}</Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
