/** Words of the controller's own policy, and the line they stand on. */
export interface Quote {
  readonly line: number;
  readonly text: string;
}

/**
 * What a fact of the register rests on (PRF-03). With `assumed` it is not stated anywhere: the reason says why it is assumed all the
 * same, and it is shown to the officer as to be confirmed. Without, the controller states it; `quote` is where its policy does.
 */
export interface Backed {
  readonly quote?: Quote;
  readonly assumed?: true;
  readonly reason?: string;
}

/** Where something stands in a register, from its root. */
export type RegisterPath = readonly (string | number)[];

/** Whether the controller states it. What is only assumed satisfies no duty to state something. */
export function isStated({ assumed }: Backed): boolean {
  return assumed !== true;
}
