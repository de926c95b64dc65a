/** A document that cannot be shown as it is: a fault of what made it. Names the place and the rule, never what is written there. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';

  constructor(
    /** As `blocks[2].rows[0][1]`. */
    readonly place: string,
    rule: string,
  ) {
    super(`The document is at fault at ${place}: ${rule}.`);
  }
}
