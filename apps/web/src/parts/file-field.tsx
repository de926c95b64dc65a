import { type ReactElement, useId } from 'react';

interface FileFieldProps {
  readonly label: string;
  readonly hint: string;
  /** What the browser offers, by name or by type. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** The browser’s own field: it takes the keyboard, and what is dropped on it. */
export function FileField({ label, hint, accept, onFile }: FileFieldProps): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span id={`${id}-hint`} className="hint soft">
        {hint}
      </span>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // So that the same file, once it is mended, can be chosen again
          target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </div>
  );
}
