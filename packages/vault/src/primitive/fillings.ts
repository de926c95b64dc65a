/** Fills one buffer again and again, and says how far: to its end each time but the last, when it may even be empty. */
export async function* fillings(buffer: Buffer, content: AsyncIterable<Uint8Array>): AsyncGenerator<number> {
  let fill = 0;
  for await (const bytes of content) {
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + buffer.length - fill);
      buffer.set(part, fill);
      fill += part.length;
      at += part.length;
      if (fill < buffer.length) continue;
      yield fill;
      fill = 0;
    }
  }
  yield fill;
}
