import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DataRequest, FetchedFile, SentBytes, WorkDesk } from '@habeas/core';
import type { Request, Response } from 'express';
import { parseRange, type WantedRange } from './byte-range.js';

/** An archive that somebody may have. */
export interface SentArchive {
  readonly row: DataRequest;
  readonly archive: FetchedFile;
  /** What the file is called there. */
  readonly fileName: string;
  /** The plain or the encrypted ZIP, where nothing else is said. */
  readonly type?: string;
  /** Told what was given out when it is over, and whether the answer reached its end or the client has left. */
  readonly onSent?: (sent: SentBytes, isFinished: boolean) => Promise<void>;
  /** Ends what is being sent. */
  readonly signal?: AbortSignal;
}

/** Sends an archive as it is asked for (security R54): decrypted as it goes out, whole or in one range, so that a download that broke goes on. */
export async function sendArchive(
  desk: Pick<WorkDesk, 'vault'>,
  { headers, method }: Pick<Request, 'headers' | 'method'>,
  response: Response,
  sent: SentArchive,
): Promise<void> {
  const { archive, fileName, type = 'application/zip' } = sent;
  const etag = `"${archive.sha256}"`;
  const ifRange = headers['if-range'];
  const isGet = method === 'GET';
  const isSame = ifRange === undefined || ifRange === etag;
  const range = isSame && isGet ? parseRange(headers.range, archive.bytes) : undefined;
  response.set({
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ETag: etag,
  });
  if (range === 'unsatisfiable') {
    response
      .status(416)
      .set('Content-Range', `bytes */${String(archive.bytes)}`)
      .end();
    return;
  }
  if (has(headers['if-none-match'], etag)) response.status(304).end();
  else if (isGet) await stream(desk, range, response, sent);
  else response.set('Content-Length', String(archive.bytes)).end();
}

/** Whether the client has this archive already (RFC 9110 §13.1.2): a weak mark is as good here. */
function has(header: string | undefined, etag: string): boolean {
  const marks = (header ?? '').split(',').map((mark) => mark.trim().replace(/^W\//u, ''));
  return marks.includes(etag) || marks.includes('*');
}

async function stream(
  desk: Pick<WorkDesk, 'vault'>,
  range: WantedRange | undefined,
  response: Response,
  { row, archive, onSent, signal }: SentArchive,
): Promise<void> {
  const { start, end } = range ?? { start: 0, end: archive.bytes };
  if (range !== undefined) {
    response.status(206).set('Content-Range', `bytes ${String(start)}-${String(end - 1)}/${String(archive.bytes)}`);
  }
  response.set('Content-Length', String(end - start));
  const key = { controller: row.controller, request: row.id, dataKey: row.dataKey ?? '' };
  const out = { bytes: 0, isFinished: false };
  try {
    const content = Readable.from(counted(desk.vault.read(key, archive.blob, { start, end }), out));
    await pipeline(content, response, signal === undefined ? {} : { signal });
    out.isFinished = true;
  } finally {
    await onSent?.({ start, end: start + out.bytes }, out.isFinished);
  }
}

async function* counted(content: AsyncIterable<Uint8Array>, out: { bytes: number }): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const part of content) {
    yield part;
    out.bytes += part.length;
  }
}
