/** A file that may be one of a table, and the two ways to read it. */
export interface TableFile {
  readonly name: string;
  readonly bytes: number;
  /** Its bytes, in order. */
  chunks(): AsyncIterable<Uint8Array>;
  /** Where it lies on this machine, for what is read out of order. */
  localPath(): Promise<string>;
}

/** Where files lie. */
export interface FilePlace {
  /** The files of the folder by name. What is hidden, what a spreadsheet puts beside a workbook that is open, and links that lead out of the folder are none. */
  files(): Promise<readonly TableFile[]>;
  /** Ends what it holds open, and removes what was put on this machine. */
  close(): Promise<void>;
}

/** Whether a file of this name is neither hidden nor what a spreadsheet puts beside a workbook that is open. */
export function isShown(name: string): boolean {
  return !/^(?:\.|~\$)/u.test(name);
}
