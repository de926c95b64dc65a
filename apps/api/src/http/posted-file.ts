import type { Request } from 'express';

/** What a form brings beside its file. */
const FRAME_BYTES = 64 * 1024;

/**
 * The file in a field of a posted form (`multipart/form-data`), of so many bytes at most. `undefined` where there is none, or the form is
 * larger or cannot be read: then the rest of it is left where it is. What breaks off is thrown on.
 */
export async function postedFile(request: Request, field: string, most: number): Promise<Uint8Array | undefined> {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data;/iu.test(type)) return undefined;
  const body = await wholeBody(request, most + FRAME_BYTES);
  if (body === undefined) return undefined;
  // What is warned of is a body without an end: this one was bounded and is here
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => undefined);
  const file = form?.get(field);
  if (file === undefined || file === null || typeof file === 'string' || file.size > most) return undefined;
  return new Uint8Array(await file.arrayBuffer());
}

/** All that is sent, of so many bytes at most; `undefined` where it is more: then the rest of it is left where it is. */
export async function wholeBody(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    total += part.byteLength;
    if (total > most) return undefined;
    parts.push(part);
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
