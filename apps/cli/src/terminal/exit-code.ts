/** What the exit status of `habeas` says. */
export const EXIT = {
  /** Done, and the ledger is complete. */
  complete: 0,
  /** A fault in Habeas or the machine. */
  fault: 1,
  /** Bad usage or configuration: nothing was started. */
  usage: 2,
  /** Done, but something could not be searched or waits for a human; or an archive that does not verify, or a register with lints. */
  incomplete: 3,
} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
