import { accepted, type OpenRequestInput, type ServiceClient } from '@habeas/api/testing';

/** So many callers at once file requests: each opens and starts one after the other. Gives the ids; rejects where one is refused. */
export async function fileRequests(
  clients: readonly ServiceClient[],
  inputs: readonly OpenRequestInput[],
  callers: number,
): Promise<readonly string[]> {
  const ids: string[] = [];
  const left = [...inputs.entries()];
  const file = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const [index, input] = next;
      const client = clients[index % clients.length];
      if (client === undefined) throw new Error('Nobody is there to file.');
      const { id } = accepted((await client.run('openRequest', { input })).openRequest);
      ids.push(accepted((await client.run('startRequest', { id })).startRequest).id);
    }
  };
  await Promise.all(Array.from({ length: callers }, file));
  return ids;
}
