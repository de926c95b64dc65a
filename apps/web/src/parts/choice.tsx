import { type ReactElement, useId } from 'react';

interface Option<Value extends string> {
  readonly value: Value;
  readonly text: string;
  /** Shown, and cannot be chosen. */
  readonly isClosed?: boolean;
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly fault?: string | undefined;
}

/** One of few: the browser's own list, which every telephone and every reader of screens knows. */
export function Choice<Value extends string>({ label, options, value, onChange, fault }: ChoiceProps<Value>): ReactElement {
  const id = useId();
  return (
    <div className="field choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isClosed}>
            {option.text}
          </option>
        ))}
      </select>
      {fault === undefined ? null : (
        <span id={`${id}-fault`} className="fault">
          {fault}
        </span>
      )}
    </div>
  );
}
