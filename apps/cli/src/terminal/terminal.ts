/** Where a command speaks: results on `out`, everything else on `err`, so that results can be piped. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Replaces the last progress line on a screen; a no-op where nobody watches. */
  progress(line: string): void;
}

/** How much of a progress line is shown, so that it never wraps. */
const PROGRESS_WIDTH = 100;

/** The terminal of this process. Progress goes to a screen only. */
export function processTerminal(): Terminal {
  let open = false;
  const clear = (): void => {
    if (open) process.stderr.write('\r\u001B[2K');
    open = false;
  };
  return {
    out: (line) => {
      clear();
      process.stdout.write(`${line}\n`);
    },
    err: (line) => {
      clear();
      process.stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (!process.stderr.isTTY) return;
      clear();
      process.stderr.write(line.slice(0, PROGRESS_WIDTH));
      open = true;
    },
  };
}
