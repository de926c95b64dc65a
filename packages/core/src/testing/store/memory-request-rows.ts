import { hasOpenTask } from '../../manual/manual-task.js';
import { type Page, type PageQuery, type RequestFilter, type RequestRows, StaleVersion } from '../../ports/store.js';
import type { DataRequest } from '../../request/data-request.js';
import { pageOf } from './memory-page.js';
import { keyOf, type MemoryJournal, MemoryTable } from './memory-table.js';

/** Requests in memory. */
export class MemoryRequestRows implements RequestRows {
  readonly #requests: MemoryTable<DataRequest>;
  readonly #references: MemoryTable<{ readonly last: number }>;

  constructor(journal: MemoryJournal) {
    this.#requests = new MemoryTable(journal);
    this.#references = new MemoryTable(journal);
  }

  nextReference(controller: string, year: number): Promise<string> {
    const key = keyOf(controller, year);
    const last = (this.#references.get(key)?.last ?? 0) + 1;
    this.#references.put(key, { last });
    return Promise.resolve(`${year}-${String(last).padStart(4, '0')}`);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async add(request: DataRequest): Promise<void> {
    const { controller, reference } = request;
    const taken = this.#requests.where((each) => each.controller === controller && each.reference === reference);
    if (taken.length > 0) throw new Error('There is a request with this reference already.');
    this.#requests.add(request.id, request);
  }

  get(controller: string, id: string): Promise<DataRequest | undefined> {
    const request = this.#requests.get(id);
    return Promise.resolve(request?.controller === controller ? request : undefined);
  }

  byReference(controller: string, reference: string): Promise<DataRequest | undefined> {
    const found = this.#requests.where((each) => each.controller === controller && each.reference === reference);
    return Promise.resolve(found[0]);
  }

  lock(controller: string, id: string): Promise<DataRequest | undefined> {
    return this.get(controller, id);
  }

  async change(request: DataRequest): Promise<void> {
    const stored = await this.get(request.controller, request.id);
    if (stored?.version !== request.version - 1) throw new StaleVersion();
    this.#requests.put(request.id, request);
  }

  async remove(controller: string, id: string): Promise<void> {
    if ((await this.get(controller, id)) !== undefined) this.#requests.remove(id);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async page(
    controller: string,
    { states, dueBefore, received, hasOpenTask: wantsTask = false, referenceStart = '', latestFirst = false }: RequestFilter,
    page: PageQuery,
  ): Promise<Page<DataRequest>> {
    const wanted = this.#requests.where(
      (each) =>
        each.controller === controller &&
        (states === undefined || states.includes(each.state)) &&
        (dueBefore === undefined || each.dueAt < dueBefore) &&
        isReceivedIn(each, received) &&
        each.reference.toLowerCase().startsWith(referenceStart.toLowerCase()) &&
        (!wantsTask || hasOpenTask(each.tasks)),
    );
    return pageOf(wanted, ({ dueAt, id }) => [dueAt.getTime(), id], page, latestFirst ? -1 : 1);
  }
}

function isReceivedIn({ receivedAt }: DataRequest, received: RequestFilter['received']): boolean {
  return received === undefined || (receivedAt >= received.from && receivedAt < received.before);
}
