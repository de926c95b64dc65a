import { ConnectorError, type JsonValue, type Problem } from '@habeas/connector-sdk';
import type { Pagination } from '../manifest/pagination-schema.js';
import { numberIn, told, type PagedReply, type PageState } from './pager.js';

/** A list as far as it is counted. */
export interface CountedList {
  readonly label: string;
  /** Where it was gone on from: what came before is not counted. */
  readonly from?: PageState | undefined;
  readonly missing: (problem: Problem) => void;
}

/** What a list has given so far, against what it promised. */
export class ListTally {
  readonly #seen = new Set<PageState>();
  #count = 0;
  #pages = 0;
  #before = '';
  #alike = 0;

  constructor(
    private readonly pagination: Pagination,
    private readonly task: CountedList,
  ) {
    if (task.from !== undefined) this.#seen.add(task.from);
  }

  /** Whether the list ends here, whatever the vendor says of a next page. */
  counts(reply: PagedReply, items: readonly JsonValue[], next: PageState | undefined): boolean {
    this.#count += items.length;
    this.#pages += 1;
    this.#refuseCircles(items, next);
    return this.#isOver(reply, next);
  }

  /** A page that comes again, or that is said to come again. A list may hold one thing twice, so one thing is no page. */
  #refuseCircles(items: readonly JsonValue[], next: PageState | undefined): void {
    const page = items.length === 0 ? '' : JSON.stringify([items.length, items[0], items.at(-1)]);
    this.#alike = page !== '' && page === this.#before ? this.#alike + 1 : 0;
    this.#before = page;
    const isSame = this.#alike > (items.length > 1 ? 0 : 1);
    if (isSame || (next !== undefined && this.#seen.has(next))) {
      throw new ConnectorError('contract', `The pages of ${this.task.label} go round in a circle.`, {
        remedy: 'Report it to the vendor.',
      });
    }
    if (next !== undefined) this.#seen.add(next);
  }

  #isOver(reply: PagedReply, next: PageState | undefined): boolean {
    const { cap, most, total } = this.pagination;
    if (cap !== undefined && this.#count >= cap) return this.#ends(`The vendor gives no more than ${String(cap)} records`);
    if (next !== undefined && this.#pages >= most) return this.#ends(`It has more than ${String(most)} pages`);
    const all = total === undefined || this.task.from !== undefined ? undefined : numberIn(told(reply, total));
    if (next === undefined && all !== undefined && all > this.#count) {
      return this.#ends(`The vendor counts ${String(all)} records and gave ${String(this.#count)}`);
    }
    return false;
  }

  #ends(reason: string): true {
    this.task.missing({ errorClass: 'contract', message: `${this.task.label}: ${reason}.` });
    return true;
  }
}
