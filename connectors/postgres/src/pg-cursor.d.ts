/** The part of pg-cursor that is used; the package has no types of its own. */
declare module 'pg-cursor' {
  import type { Connection, CustomTypesConfig, Submittable } from 'pg';

  class Cursor implements Submittable {
    constructor(text: string, values: readonly unknown[], config: { readonly types: CustomTypesConfig });
    submit: (connection: Connection) => void;
    /** Up to so many further rows; an empty array after the last. */
    read(rows: number): Promise<Record<string, unknown>[]>;
    close(): Promise<void>;
  }

  export { Cursor as default };
}
