/** One thing that the check looks at. */
export interface Step {
  readonly name: string;
  /** What is wrong, one text per fault with the file it is in; nothing where all is well. Throws when it cannot look. */
  run(): Promise<readonly string[]>;
}
