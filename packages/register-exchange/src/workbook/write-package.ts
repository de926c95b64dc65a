import { Buffer } from 'node:buffer';
import { parallelZip, Scratch } from '@habeas/archive';

/** A part of a workbook. What is `stored` is not compressed, as the first part of an ODS file must not be. */
export interface PackagePart {
  readonly name: string;
  readonly text: string;
  readonly stored?: true;
}

/** The same workbook gives the same bytes: no part has a time of its own. */
const NO_TIME = new Date('1980-01-01T00:00:00Z');
const LEVEL = 6;

/** Packs parts into a ZIP file, in their order. */
export async function writePackage(parts: readonly PackagePart[]): Promise<Uint8Array> {
  const scratch = new Scratch();
  const chunks: Buffer[] = [];
  const write = (bytes: Uint8Array): Promise<void> => {
    chunks.push(Buffer.from(bytes));
    return Promise.resolve();
  };
  try {
    const zip = parallelZip({ write, modifiedAt: NO_TIME, level: LEVEL, scratch });
    for (const { name, text, stored } of parts) await zip.add(name, once(text), stored === true ? { store: true } : {});
    await zip.finish();
  } finally {
    await scratch.dispose();
  }
  return Buffer.concat(chunks);
}

// eslint-disable-next-line @typescript-eslint/require-await -- the ZIP writer takes its bytes from what is asynchronous
async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}
