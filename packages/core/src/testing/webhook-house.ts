import type { WebhookSender } from '../ports/webhook-sender.js';
import { viewWebhooks, type WebhookCallView } from '../webhooks/view-webhooks.js';
import { WEBHOOK_EVENTS, type WebhookCall, type WebhookEndpoint } from '../webhooks/webhook-call.js';
import { fakeSource } from './fake-source.js';
import { CANARY } from './mail-house.js';
import { type HouseOptions, type RequestHouse, requestHouse } from './request-house.js';
import { until } from './working.js';

/** An endpoint that wants to know of everything. */
export const DESK: WebhookEndpoint = { id: 'desk', events: new Set(WEBHOOK_EVENTS) };

/** One that wants to know of requests alone, and not of their messages. */
export const REQUESTS: WebhookEndpoint = {
  id: 'desk',
  events: new Set(WEBHOOK_EVENTS.filter((event) => event.startsWith('request.'))),
};

/** Endpoints of a test: keep what they accepted, unless they are told to fail. */
export class FakeSender implements WebhookSender {
  readonly accepted: WebhookCall[] = [];
  tries = 0;
  /** Where it throws for a call, that is not accepted. */
  fault: (call: WebhookCall) => Error | undefined = () => undefined;

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async send(call: WebhookCall): Promise<{ readonly status: number }> {
    this.tries += 1;
    const fault = this.fault(call);
    if (fault !== undefined) throw fault;
    this.accepted.push(call);
    return { status: 204 };
  }
}

const houses: RequestHouse[] = [];

/** A house that tells these endpoints what happens. */
export function telling(
  sender: FakeSender | undefined,
  options: HouseOptions = {},
  endpoints: readonly WebhookEndpoint[] = [REQUESTS],
): RequestHouse {
  const webhooks = { endpoints, ...(sender === undefined ? {} : { sender }) };
  const house = requestHouse([fakeSource({ id: 'crm', collections: {} })], { webhooks, ...options });
  houses.push(house);
  return house;
}

/** Stops every house that {@link telling} has made. */
export async function stopTelling(): Promise<void> {
  for (const house of houses.splice(0)) await house.stop();
}

/** A request that nobody has proved anything of: it waits, whatever else happens. */
export async function waitingRequest(house: RequestHouse): Promise<string> {
  return (await house.open({ identifiers: [{ kind: 'email', value: CANARY }] })).id;
}

/** The calls of a request, as staff see them. */
export function callsOf({ store }: RequestHouse, id: string): Promise<readonly WebhookCallView[]> {
  return store.transact((transaction) => viewWebhooks(transaction, { controller: 'club', id }));
}

/** The same, once none of them waits. */
export async function quiet(house: RequestHouse, id: string): Promise<readonly WebhookCallView[]> {
  await until(async () => (await callsOf(house, id)).every(({ state }) => state !== 'waiting'));
  return callsOf(house, id);
}

/** What calls tell of: each event, with the state that was come to. */
export function eventsOf(calls: readonly WebhookCall[]): readonly string[] {
  return calls.map(({ event, facts: { state } }) => (typeof state === 'string' ? `${event} ${state}` : event));
}
