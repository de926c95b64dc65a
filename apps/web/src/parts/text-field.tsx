import type { ReactElement } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField, type TextFieldProps } from 'react-aria-components';

/** A field with its label, what is wanted in it, and what is wrong with it. */
export interface FieldProps extends Omit<TextFieldProps, 'className' | 'children'> {
  readonly label: string;
  readonly hint?: string;
  readonly isLong?: boolean;
  readonly fault?: string | undefined;
}

/** See {@link FieldProps}. */
export function TextField({ label, hint, isLong = false, fault, ...props }: FieldProps): ReactElement {
  return (
    <AriaTextField {...props} isInvalid={fault !== undefined} validationBehavior="aria" className="field">
      <Label>{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      {isLong ? <TextArea rows={4} /> : <Input />}
      <FieldError className="fault">{fault}</FieldError>
    </AriaTextField>
  );
}
