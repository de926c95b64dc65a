import { accepted, Officer, ServiceClient } from '@habeas/api/testing';
import type { ServiceProcess } from './service-process.js';

/** Who calls: people in their browsers, who may see everything, and programs with tokens. */
export interface Callers {
  readonly people: readonly ServiceClient[];
  readonly programs: readonly ServiceClient[];
}

const SCOPES = ['request.open', 'request.read', 'request.attest', 'request.start', 'request.pause', 'request.cancel'];

/** Makes the first account of a service, and tokens for so many programs. */
export async function makeCallers(service: ServiceProcess, programs = 3): Promise<Callers> {
  const { client } = await Officer.first({ url: service.url, setUpCode: service.setUpCode, controller: 'club' });
  const tokens: ServiceClient[] = [];
  for (let number = 1; number <= programs; number += 1) {
    const input = { name: `Program ${String(number)}`, scopes: SCOPES, days: 1 };
    const createToken = accepted((await client.run('createToken', { input })).createToken);
    tokens.push(new ServiceClient(service.url, { token: createToken.token }));
  }
  return { people: [client], programs: tokens };
}
