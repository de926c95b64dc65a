import type { ErrorClass, InputFault, Problem } from '@habeas/connector-sdk';

/** A fault of a data map as a problem of its collection: the message begins with the file and the line. */
export function problemOf({ file, line, column, what, remedy }: InputFault, errorClass: ErrorClass): Problem {
  const position = line === undefined ? file : `${file}:${line}${column === undefined ? '' : `:${column}`}`;
  return { errorClass, message: `${position}: ${what}`, ...(remedy === undefined ? {} : { remedy }) };
}
