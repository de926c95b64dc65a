import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accepted, type ServiceClient, ServiceError } from '../../../src/client/service-client.js';
import { Officer } from '../../../src/demo/officer.js';
import { DOCUMENTS } from '../../../src/client/documents.js';
import type { FaultPerson } from '../world/create-fault-world.js';
import type { Diary } from './diary.js';

/** A code of an authenticator is good for one half minute, and for one proof. */
const PROOF_EVERY_MS = 31_000;
/** All requests were received then, so that nothing in an archive depends on when the run was. */
const RECEIVED_AT = '2026-01-05T08:00:00.000Z';

/** What the clerk writes in their own words: it may name people, and so lies where personal data does. */
export const WORDS = {
  proof: 'zqx answered a letter sent to them xqz',
  review: 'zqx a mention only, said the reviewer xqz',
  withdrawal: 'zqx withdrawn by telephone xqz',
} as const;

/** What any mutation gives. */
type Answer = Readonly<Record<string, { readonly __typename: string }>>;

/** Somebody who files requests and decides about them, and writes into a diary what the service has said. */
export class Clerk {
  #provedAt = Date.now();
  #proving = Promise.resolve();

  private constructor(
    private readonly officer: Officer,
    readonly diary: Diary,
    private readonly folder: string,
  ) {}

  /** Makes the first account. `folder` is where archives go. */
  static async first(
    account: { readonly url: string; readonly setUpCode: string; readonly controller: string },
    diary: Diary,
    folder: string,
  ): Promise<Clerk> {
    return new Clerk(await Officer.first(account), diary, folder);
  }

  /** Opens a request. The same key is the same request, however often it is asked. */
  async open({ id, email }: FaultPerson, clientKey: string): Promise<string> {
    const identifiers = [{ kind: 'email', value: email, provedBy: WORDS.proof }] as const;
    const input = { clientKey, identifiers, rights: ['access'], format: 'json', receivedAt: RECEIVED_AT } as const;
    this.diary.asked('open', clientKey, { person: id });
    const request = accepted((await (await this.#client()).run('openRequest', { input })).openRequest);
    this.diary.confirmed('open', clientKey, { person: id, request: request.id });
    return request.id;
  }

  async look(id: string): Promise<{ readonly state: string; readonly sha256: string | undefined }> {
    const { request } = await (await this.#client()).run('request', { id });
    if (request === null) throw new Error('A request that was opened is not there.');
    return { state: request.state, sha256: request.archive?.sha256 };
  }

  start(id: string): Promise<boolean> {
    return this.#act('start', id, 'startRequest', {});
  }

  cancel(id: string): Promise<boolean> {
    return this.#act('cancel', id, 'cancelRequest', { reason: WORDS.withdrawal });
  }

  shred(id: string): Promise<boolean> {
    return this.#act('shred', id, 'shredRequest', {});
  }

  /** Releases; proves before, where the last proof is too old. */
  async release(id: string): Promise<boolean> {
    if (Date.now() - this.#provedAt > 4 * 60_000) await this.#prove();
    return this.#act('release', id, 'releaseRequest', { release: { days: 1 } });
  }

  /** Rejects every match that waits for a decision. */
  async review(id: string): Promise<void> {
    const { request } = await (await this.#client()).run('matches', { id });
    const matches = request?.matches ?? [];
    for (const { id: match } of matches.filter(({ decision, review }) => decision === 'queued' && review === null)) {
      await this.#act('review', id, 'reviewMatch', { review: { match, verdict: 'rejected', reason: WORDS.review } });
    }
  }

  /** Fetches an archive whole, and keeps it under a name. False where there is none any more. */
  async download(id: string, name: string): Promise<boolean> {
    this.diary.asked('download', id);
    const response = await this.officer.client.send(`/archives/${id}`);
    if (response.status === 404) return false;
    if (response.status !== 200) throw new ServiceError(response.status, 'UNKNOWN', 'An archive was not given.');
    const bytes = Buffer.from(await response.arrayBuffer());
    if (bytes.length !== Number(response.headers.get('content-length'))) throw new TypeError('An archive was cut off.');
    writeFileSync(join(this.folder, name), bytes);
    this.diary.confirmed('download', id, { file: name, etag: response.headers.get('etag') });
    return true;
  }

  /** Follows the events of a request. `over` settles when the service ends them. */
  async listen(id: string): Promise<{ readonly over: Promise<void> }> {
    const response = await this.officer.client.send(`/requests/${id}/events`);
    const over = response.text().then(
      () => undefined,
      () => undefined, // cut off: that is an end, too
    );
    return { over };
  }

  async #act(act: string, id: string, document: keyof typeof DOCUMENTS, variables: object): Promise<boolean> {
    this.diary.asked(act, id);
    const asked = { id, ...variables };
    const answer = await (await this.#client()).query<Answer>(DOCUMENTS[document], asked);
    const [result] = Object.values(answer);
    // It may have happened already, when the answer was lost: whoever asks looks again
    if (result?.__typename !== 'Request') return false;
    this.diary.confirmed(act, id);
    return true;
  }

  /** Ends the session for another one: what is asked meanwhile would be asked with the old one. */
  async #prove(): Promise<void> {
    this.#provedAt = Date.now() - 4 * 60_000 + PROOF_EVERY_MS;
    this.#proving = this.officer.stepUp();
    await this.#proving;
    this.#provedAt = Date.now();
  }

  /** The client, once no proof is being made. */
  async #client(): Promise<ServiceClient> {
    await this.#proving.catch(() => undefined); // whoever proves is told
    return this.officer.client;
  }
}
