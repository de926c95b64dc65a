import type { Page, PageQuery } from '../ports/store.js';

const AT_ONCE = 100;

/** Everything that a list holds, page by page: one page is in memory, and each is a transaction of its own. */
export async function* everyItem<T>(pageAt: (query: PageQuery) => Promise<Page<T>>): AsyncGenerator<T, void, undefined> {
  let query: PageQuery = { first: AT_ONCE };
  for (;;) {
    const { items, hasNext } = await pageAt(query);
    for (const { item, cursor } of items) {
      query = { first: AT_ONCE, after: cursor };
      yield item;
    }
    if (!hasNext) return;
  }
}
