import type { ServiceClient } from '@habeas/api/testing';

interface Answer {
  readonly id?: string;
  readonly code?: string;
}

/** So many callers at once file requests: each opens and starts one after the other. Gives the ids; rejects where one is refused. */
export async function fileRequests(
  clients: readonly ServiceClient[],
  inputs: readonly object[],
  callers: number,
): Promise<readonly string[]> {
  const ids: string[] = [];
  const left = [...inputs.entries()];
  const file = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const [index, input] = next;
      const client = clients[index % clients.length];
      if (client === undefined) throw new Error('Nobody is there to file.');
      const { openRequest } = await client.run<{ openRequest: Answer }>('openRequest', { input });
      const { startRequest } = await client.run<{ startRequest: Answer }>('startRequest', { id: openRequest.id });
      if (startRequest.id === undefined) throw new Error(`A request was refused as ${startRequest.code ?? 'nothing'}.`);
      ids.push(startRequest.id);
    }
  };
  await Promise.all(Array.from({ length: callers }, file));
  return ids;
}
