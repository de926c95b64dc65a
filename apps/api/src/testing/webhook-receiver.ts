import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A call as it came. */
export interface ReceivedCall {
  readonly id: string;
  readonly timestamp: number;
  readonly signature: string;
  readonly type: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  readonly told: { readonly type: string; readonly timestamp: string; readonly data: Readonly<Record<string, unknown>> };
}

/** How a receiver answers: with a status and headers, or not at all. */
export type ReceiverAnswer =
  { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string } | 'nothing';

/** An endpoint on this machine that keeps what it was told, whatever it answers. */
export interface WebhookReceiver {
  readonly url: string;
  readonly calls: readonly ReceivedCall[];
  /** How it answers from now on. */
  answer: (call: ReceivedCall) => ReceiverAnswer;
  /** Waits until it has got so many. */
  got(count: number): Promise<readonly ReceivedCall[]>;
  readonly close: () => Promise<void>;
}

/** See {@link WebhookReceiver}. It accepts everything until it is told otherwise. */
export async function webhookReceiver(port = 0): Promise<WebhookReceiver> {
  const calls: ReceivedCall[] = [];
  let told = (): void => undefined;
  const server = createServer((request, response) => {
    void received(request).then((call) => {
      calls.push(call);
      told();
      const answered = receiver.answer(call);
      if (answered !== 'nothing') response.writeHead(answered.status, answered.headers).end(answered.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hooks`,
    calls,
    answer: () => ({ status: 204 }),
    got: async (count) => {
      while (calls.length < count) await new Promise<void>((resolve) => { told = resolve; }); // prettier-ignore
      return calls;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

async function received(request: IncomingMessage): Promise<ReceivedCall> {
  const { headers } = request;
  const body = await text(request);
  const header = (name: string): string => String(headers[name] ?? '');
  const [id, timestamp, signature] = [header('webhook-id'), Number(header('webhook-timestamp')), header('webhook-signature')];
  return {
    id,
    timestamp,
    signature,
    type: header('content-type'),
    body,
    headers,
    told: JSON.parse(body) as ReceivedCall['told'],
  };
}
