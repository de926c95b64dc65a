import type { ReactElement, ReactNode } from 'react';

interface ScrollBoxProps {
  /** The id of the heading that names what is in it. */
  readonly labelledBy: string;
  readonly children: ReactNode;
}

/** What may be wider than a telephone scrolls by itself, by keyboard too, and the page does not. */
export function ScrollBox({ labelledBy, children }: ScrollBoxProps): ReactElement {
  return (
    <div className="scroll" role="group" aria-labelledby={labelledBy} tabIndex={0}>
      {children}
    </div>
  );
}
