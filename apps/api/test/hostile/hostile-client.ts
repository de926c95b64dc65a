import { expect } from '@jest/globals';
import type { ServiceClient } from '../../src/client/service-client.js';
import { officerOf, type ServiceHouse, serviceHouse } from '../house.js';
import { type RawAnswer, tokenOf } from '../people.js';

/** A text that is sent where it hurts, and must never come back. */
export const SENT = 'zqneverrepeated';

/** An answer as it came, with the codes of its errors. */
export interface Came {
  readonly status: number;
  readonly text: string;
  readonly codes: readonly unknown[];
}

/** A program with every scope, that sends what it should not. */
export class HostileClient {
  private constructor(
    readonly house: ServiceHouse,
    readonly program: ServiceClient,
  ) {}

  /** Starts a service to be hostile to. */
  static async start(): Promise<HostileClient> {
    const house = await serviceHouse('worker: { idleSeconds: 0.05 }\n');
    return new HostileClient(house, (await tokenOf(await officerOf(house))).client);
  }

  /** Sends a body as it is. */
  async post(body: string | Buffer, headers: Record<string, string> = {}): Promise<Came> {
    return came(await this.program.send('/graphql', { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers }));
  }

  /** Sends a document, or what stands in its place. */
  send(query: unknown, more: object = {}): Promise<Came> {
    return this.post(JSON.stringify({ query, ...more }));
  }
}

/** What came back. */
export async function came(response: Response): Promise<Came> {
  const text = await response.text();
  const { errors, error } = JSON.parse(text) as RawAnswer['body'];
  return {
    status: response.status,
    text,
    codes: (errors ?? [error]).map((each) => each && ('code' in each ? each.code : each.extensions?.code)),
  };
}

/** What every answer has to be, whatever was sent. */
export function expectSafe({ status, text, codes }: Came): void {
  expect(status).toBeLessThan(500);
  expect(codes).not.toContain('INTERNAL');
  expect(text).not.toContain(SENT);
  expect(text).not.toMatch(/did you mean|stack|node_modules|sqlite/iu);
}
