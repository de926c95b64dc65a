import type { ReactElement, ReactNode } from 'react';
import { Tick } from './tick.js';

interface TicksProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly text: ReactNode }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
  readonly fault?: string | undefined;
}

/** Several of few. */
export function Ticks<Value extends string>({ legend, options, chosen, onChange, fault }: TicksProps<Value>): ReactElement {
  return (
    <fieldset className={fault === undefined ? undefined : 'faulty'}>
      <legend>{legend}</legend>
      {options.map(({ value, text }) => (
        <Tick
          key={value}
          isTicked={chosen.includes(value)}
          onChange={(isTicked) => {
            onChange(isTicked ? [...chosen, value] : chosen.filter((each) => each !== value));
          }}
        >
          {text}
        </Tick>
      ))}
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}
