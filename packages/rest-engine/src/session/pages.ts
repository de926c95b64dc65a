import { ConnectorError, type JsonObject, type JsonValue, type Problem } from '@habeas/connector-sdk';
import type { Pagination } from '../manifest/pagination-schema.js';
import type { RequestSpec } from '../manifest/request-schema.js';
import { ListTally } from '../page/list-tally.js';
import { numberIn, pagerOf, told, type PageState } from '../page/pager.js';
import { valuesAt } from '../template/json-path.js';
import type { Scope } from '../template/template.js';
import { throwIfAborted, type ApiReply, type Engine } from './engine.js';
import { listAsked } from './job.js';

/** A page of a list. */
export interface Page {
  readonly items: readonly JsonValue[];
  /** Where the list goes on. */
  readonly next: PageState | undefined;
}

/** A list to be gone through. */
export interface ListTask {
  readonly label: string;
  readonly spec: RequestSpec;
  readonly scope: Scope;
  /** How it comes in pages where the request does not say. */
  readonly paginate: Pagination | 'none' | undefined;
  readonly from?: PageState | undefined;
  /** Told of everything that is known to be missing. */
  readonly missing: (problem: Problem) => void;
}

/**
 * A list, page by page. A page that was there before is a circle and fails with `contract`; fewer records than the vendor
 * counts, a cap of the vendor's and a list without end are told to `missing`.
 */
export async function* pagesOf(engine: Engine, task: ListTask): AsyncGenerator<Page, void, undefined> {
  const pagination = task.spec.paginate ?? task.paginate ?? 'none';
  const ask = await listAsked(engine, task);
  if (pagination === 'none') {
    const reply = await ask((request) => request);
    yield { items: itemsOf(reply, { ...task, paginate: pagination }), next: undefined };
    return;
  }
  const pager = pagerOf(pagination, engine.base);
  const tally = new ListTally(pagination, task);
  let state = task.from ?? pager.first;
  for (;;) {
    throwIfAborted(engine);
    const at = state;
    const reply = await ask((request) => pager.ask(request, at));
    const items = itemsOf(reply, { ...task, paginate: pagination });
    const next = reply.empty ? undefined : pager.after(reply, { state, count: items.length, last: items.at(-1) });
    const isOver = tally.counts(reply, items, next);
    yield { items, next: isOver ? undefined : next };
    if (isOver || next === undefined) return;
    state = next;
  }
}

/** A reply that is one record is a list of one. */
function itemsOf(reply: ApiReply, { label, spec, paginate }: ListTask): readonly JsonValue[] {
  if (reply.empty) return [];
  const found = valuesAt(reply.body, spec.records).filter((each) => each !== null);
  const [only] = found;
  if (found.length === 1 && Array.isArray(only)) return only as readonly JsonValue[];
  if (found.length === 0 && !isEmptyList(reply, spec.records, paginate)) {
    throw new ConnectorError(
      'contract',
      `The reply to ${label} has no "${spec.records}": the vendor's interface is not the expected one.`,
      {
        remedy: 'Check the version of the API in the configuration, and look for a newer connector.',
      },
    );
  }
  return found;
}

/**
 * Whether nothing is what the reply says, and not what is left of a reply of another kind: the list stands there, empty or null.
 * One whose path ends with `[]` may be left out, as Mailman does; where the manifest knows a total, the reply has to tell it.
 */
function isEmptyList(reply: ApiReply, path: string, paginate: ListTask['paginate']): boolean {
  const [list = '', ...below] = path.split('[]');
  if (stands(reply.body, list)) return true;
  const mayBeLeftOut = below.length === 1 && below[0] === '' && isGroup(reply.body);
  const total = paginate === undefined || paginate === 'none' ? undefined : paginate.total;
  return mayBeLeftOut && (total === undefined || numberIn(told(reply, total)) !== undefined);
}

/** Whether there is something, or null, at the path of a list. */
function stands(body: JsonValue, list: string): boolean {
  if (list === '' || list === '.') return Array.isArray(body);
  const parent = list.includes('.') ? list.slice(0, list.lastIndexOf('.')) : '.';
  const name = list.slice(list.lastIndexOf('.') + 1);
  return valuesAt(body, parent).some((value) => isGroup(value) && Object.hasOwn(value, name));
}

function isGroup(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
