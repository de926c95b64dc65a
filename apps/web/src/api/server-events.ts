/** The data of server-sent events (WHATWG HTML §9.2), as the service writes them: each in one line. */
export async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      text += decoder.decode(piece.value, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      yield* events.flatMap((event) => /^data: (.*)$/mu.exec(event)?.[1] ?? []);
    }
  } finally {
    await reader.cancel();
  }
}
