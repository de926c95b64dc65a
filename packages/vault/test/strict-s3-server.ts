import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** One request as the server understands it. */
export interface S3Call {
  readonly method: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** What it answers. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  /** Says more than it sends, and hangs up. */
  readonly cut?: boolean;
}

interface BegunUpload {
  readonly key: string;
  readonly begunAt: Date;
  readonly parts: Map<number, Buffer>;
}

/**
 * As much of S3 as the store uses, after Amazon's API reference and stricter than the servers on npm: conditional writes
 * (also when an upload is completed), keys in byte order in pages of three, uploads that are listed and aborted.
 */
export class StrictS3Server {
  readonly objects = new Map<string, Buffer>();
  readonly uploads = new Map<string, BegunUpload>();
  readonly calls: S3Call[] = [];
  /** Answers in the place of the server, for faults. */
  intercept: (call: S3Call) => Answer | 'hang-up' | undefined = () => undefined;
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  /** Begins to listen and says where. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://s3.test');
    const call: S3Call = {
      method: request.method ?? '',
      key: decodeURIComponent(url.pathname.split('/').slice(2).join('/')),
      query: url.searchParams,
      headers: request.headers,
      body: await buffer(request),
    };
    this.calls.push(call);
    const answer = this.intercept(call) ?? this.#answer(call);
    if (answer === 'hang-up') {
      request.socket.destroy();
      return;
    }
    const body = Buffer.from(answer.body ?? '');
    const missing = answer.cut === true ? 1 : 0;
    response.writeHead(answer.status, { 'content-length': body.length + missing, ...answer.headers });
    if (call.method === 'HEAD') response.end();
    else if (missing > 0) response.write(body, () => request.socket.destroy());
    else response.end(body);
  }

  #answer(call: S3Call): Answer {
    const { query, key } = call;
    const uploadId = query.get('uploadId');
    switch (call.method) {
      case 'POST':
        return uploadId === null ? this.#begin(key) : this.#complete(call, uploadId);
      case 'PUT':
        return uploadId === null ? this.#put(call, call.body) : this.#takePart(call);
      case 'DELETE':
        return uploadId === null ? this.#delete(key) : this.#abort(uploadId);
      default:
        return key === '' ? this.#ofBucket(call) : this.#get(call);
    }
  }

  #ofBucket({ method, query }: S3Call): Answer {
    if (method === 'HEAD') return { status: 200 };
    return query.has('uploads') ? this.#listUploads(query) : this.#list(query);
  }

  #put({ key, headers }: S3Call, body: Buffer): Answer {
    if (headers['if-none-match'] === '*' && this.objects.has(key)) return fault(412, 'PreconditionFailed');
    this.objects.set(key, body);
    return { status: 200, headers: { etag: etagOf(body) } };
  }

  #get({ key, headers }: S3Call): Answer {
    const body = this.objects.get(key);
    if (body === undefined) return fault(404, 'NoSuchKey');
    const range = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '');
    if (range === null) return { status: 200, headers: { etag: etagOf(body) }, body };
    const start = Number(range[1]);
    if (start >= body.length) return fault(416, 'InvalidRange');
    return { status: 206, body: body.subarray(start, Number(range[2]) + 1) };
  }

  #delete(key: string): Answer {
    this.objects.delete(key);
    return { status: 204 };
  }

  #list(query: URLSearchParams): Answer {
    const prefix = query.get('prefix') ?? '';
    const from = query.get('continuation-token') ?? '';
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix) && key > from).sort();
    const page = keys.slice(0, 3);
    const more =
      keys.length > page.length
        ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${String(page.at(-1))}</NextContinuationToken>`
        : '';
    return xml(
      `<ListBucketResult>${more}${page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}</ListBucketResult>`,
    );
  }

  #begin(key: string): Answer {
    const id = randomUUID();
    this.uploads.set(id, { key, begunAt: new Date(), parts: new Map() });
    return xml(`<InitiateMultipartUploadResult><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
  }

  #takePart({ query, body }: S3Call): Answer {
    const upload = this.uploads.get(query.get('uploadId') ?? '');
    if (upload === undefined) return fault(404, 'NoSuchUpload');
    upload.parts.set(Number(query.get('partNumber')), body);
    return { status: 200, headers: { etag: etagOf(body) } };
  }

  #complete(call: S3Call, id: string): Answer {
    const upload = this.uploads.get(id);
    if (upload === undefined) return fault(404, 'NoSuchUpload');
    const numbers = [...call.body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)].map((match) => Number(match[1]));
    const body = Buffer.concat(numbers.map((number) => upload.parts.get(number) ?? Buffer.alloc(0)));
    const put = this.#put(call, body);
    if (put.status !== 200) return put;
    this.uploads.delete(id);
    return xml(`<CompleteMultipartUploadResult><Key>${call.key}</Key></CompleteMultipartUploadResult>`);
  }

  #abort(id: string): Answer {
    return this.uploads.delete(id) ? { status: 204 } : fault(404, 'NoSuchUpload');
  }

  #listUploads(query: URLSearchParams): Answer {
    const from = query.get('upload-id-marker') ?? '';
    const all = [...this.uploads].filter(([id, { key }]) => id > from && key.startsWith(query.get('prefix') ?? '')).sort();
    const page = all.slice(0, 2);
    const [lastId = '', last] = page.at(-1) ?? [];
    const more = `<IsTruncated>true</IsTruncated><NextKeyMarker>${String(last?.key)}</NextKeyMarker><NextUploadIdMarker>${lastId}</NextUploadIdMarker>`;
    const entries = page.map(
      ([id, { key, begunAt }]) =>
        `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${begunAt.toISOString()}</Initiated></Upload>`,
    );
    return xml(
      `<ListMultipartUploadsResult>${all.length > page.length ? more : ''}${entries.join('')}</ListMultipartUploadsResult>`,
    );
  }
}

/** A refusal in S3's form. */
export function fault(status: number, code: string): Answer {
  return { ...xml(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`), status };
}

function xml(body: string): Answer {
  return { status: 200, headers: { 'content-type': 'application/xml' }, body: `<?xml version="1.0" encoding="UTF-8"?>${body}` };
}

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}
