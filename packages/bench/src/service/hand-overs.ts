import { setTimeout as pause } from 'node:timers/promises';
import { accepted, Officer, type OpenRequestInput, type RequestState, ServiceClient } from '@habeas/api/testing';
import type { ServiceProcess } from './service-process.js';

/** A controller as somebody outside sees it: its website, that hands requests over, and its officer, who looks at them. */
export interface OutsideController {
  readonly website: ServiceClient;
  readonly officer: ServiceClient;
}

/** Makes the first account of a service, and a token for the website of each of its controllers. */
export async function outsideControllers<Name extends string>(
  { url, setUpCode }: ServiceProcess,
  names: readonly [Name, ...Name[]],
): Promise<Readonly<Record<Name, OutsideController>>> {
  const first = await Officer.first({ url, setUpCode, controller: names[0] });
  const made: [Name, OutsideController][] = [];
  for (const name of names) {
    const officer = first.client.for(name);
    const input = { name: 'The website', scopes: ['request.handOver', 'request.read'], days: 1 };
    const { token } = accepted((await officer.run('createToken', { input })).createToken);
    made.push([name, { officer, website: new ServiceClient(url, { token }) }]);
  }
  return Object.fromEntries(made) as Record<Name, OutsideController>;
}

/** Hands a request over, and gives its id. Rejects where it is refused. */
export async function handedOver({ website }: OutsideController, input: OpenRequestInput): Promise<string> {
  return accepted((await website.run('handOverRequest', { input })).handOverRequest).request.id;
}

/** Waits until a request is in one of these states, and gives it. Rejects where it is not for so long. */
export async function untilIn(
  { website }: OutsideController,
  id: string,
  states: ReadonlySet<RequestState>,
  mostMs = 60_000,
): Promise<RequestState> {
  const begin = performance.now();
  for (;;) {
    const state = (await website.run('request', { id })).request?.state;
    if (state !== undefined && states.has(state)) return state;
    if (performance.now() - begin > mostMs) throw new Error(`A request stays in ${String(state)}.`);
    await pause(20);
  }
}
