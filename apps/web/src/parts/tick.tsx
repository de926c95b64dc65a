import type { ReactElement, ReactNode } from 'react';

interface TickProps {
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
  readonly children: ReactNode;
}

/** Something that is so or not. */
export function Tick({ isTicked, onChange, children }: TickProps): ReactElement {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={isTicked}
        onChange={({ target }) => {
          onChange(target.checked);
        }}
      />
      {children}
    </label>
  );
}
