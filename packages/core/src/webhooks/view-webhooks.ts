import type { Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import type { StepProblem } from '../work/step.js';
import { stepKeyOf } from './queue-call.js';
import type { WebhookCall, WebhookEndpoint, WebhookState, WebhookTally } from './webhook-call.js';

/** A call as staff see it. */
export interface WebhookCallView extends WebhookCall {
  /** When one that waits is tried next, or was to be; missing where an earlier one of the same endpoint comes first. */
  readonly nextTryAt?: Date;
  /** How often it was tried since it was put in line. */
  readonly tries: number;
}

/** The calls of a request, in the order in which things happened. One that waits says why its last try came to nothing. */
export async function viewWebhooks(
  { webhooks, steps }: Pick<Transaction, 'webhooks' | 'steps'>,
  { controller, id }: Pick<DataRequest, 'controller' | 'id'>,
): Promise<readonly WebhookCallView[]> {
  const byKey = new Map((await steps.of(controller, id)).map((step) => [step.key, step]));
  return (await webhooks.of(controller, id)).map((call) => {
    const step = byKey.get(stepKeyOf(call));
    const tries = step?.attempts ?? 0;
    if (call.state !== 'waiting' || step === undefined) return { ...call, tries };
    return { ...call, tries, nextTryAt: step.dueAt, ...problemOf(step.problem) };
  });
}

/** A call that failed, with the request that it tells of. */
export interface FailedCallView {
  readonly reference: string;
  readonly call: WebhookCallView;
}

/** The calls of a controller that failed, the last first: a person may have each made again. */
export async function viewFailedCalls(
  { requests, webhooks, steps }: Pick<Transaction, 'requests' | 'webhooks' | 'steps'>,
  controller: string,
  most: number,
): Promise<readonly FailedCallView[]> {
  const views: FailedCallView[] = [];
  for (const call of await webhooks.failed(controller, most)) {
    const request = await requests.get(controller, call.request);
    const step = (await steps.of(controller, call.request)).find(({ key }) => key === stepKeyOf(call));
    views.push({ reference: request?.reference ?? call.request, call: { ...call, tries: step?.attempts ?? 0 } });
  }
  return views;
}

function problemOf(problem: StepProblem | undefined): { readonly problem?: StepProblem } {
  return problem === undefined ? {} : { problem };
}

/** An endpoint as those see it who run it. */
export interface WebhookEndpointView {
  readonly id: string;
  readonly events: WebhookEndpoint['events'];
  /** Whether it is still configured: calls to one that is not are given up. */
  readonly isConfigured: boolean;
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
  /** When the call happened that waits longest. */
  readonly waitingSince?: Date;
  readonly lastSentAt?: Date;
  readonly lastFailedAt?: Date;
}

/** The endpoints of a controller: those that are configured, and those that are not any more and were called. */
export async function viewEndpoints(
  { webhooks }: Pick<Transaction, 'webhooks'>,
  controller: string,
  configured: readonly WebhookEndpoint[],
): Promise<readonly WebhookEndpointView[]> {
  const tallies = await webhooks.tally(controller);
  const gone = new Set(tallies.map(({ endpoint }) => endpoint));
  for (const { id } of configured) gone.delete(id);
  return [
    ...configured.map(({ id, events }) => ({ id, events, isConfigured: true, ...standing(tallies, id) })),
    ...[...gone].map((id) => ({ id, events: new Set<never>(), isConfigured: false, ...standing(tallies, id) })),
  ];
}

type Standing = Omit<WebhookEndpointView, 'id' | 'events' | 'isConfigured'>;

function standing(tallies: readonly WebhookTally[], endpoint: string): Standing {
  const of = (state: WebhookState): WebhookTally | undefined =>
    tallies.find((tally) => tally.endpoint === endpoint && tally.state === state);
  const count = (state: WebhookState): number => of(state)?.count ?? 0;
  return {
    ...{ waiting: count('waiting'), sent: count('sent'), failed: count('failed') },
    ...known('waitingSince', of('waiting')?.since),
    ...known('lastSentAt', of('sent')?.last),
    ...known('lastFailedAt', of('failed')?.last),
  };
}

function known<Name extends string>(name: Name, at: Date | undefined): Partial<Readonly<Record<Name, Date>>> {
  return at === undefined ? {} : ({ [name]: at } as Readonly<Record<Name, Date>>);
}
