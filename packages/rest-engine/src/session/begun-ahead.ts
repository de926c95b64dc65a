/** A list to be gone through. */
interface List<Page> {
  readonly pages: AsyncGenerator<Page, void, undefined>;
}

/** A list whose first page was asked for. */
interface Begun<Named> {
  readonly list: Named;
  /** Ends it, where nobody goes through it. */
  readonly end: () => void;
}

/** There are no more lists: all were named, or naming them has failed. */
interface End {
  readonly fault?: unknown;
}

/**
 * The same lists in the same order, the first page of so many of the next being asked for meanwhile. What comes, and in which order, is
 * the same as if one were asked for after the other: a fault comes in its turn too, also one of naming further lists.
 */
export async function* begunAhead<Page, Named extends List<Page>>(
  named: AsyncGenerator<Named, void, undefined>,
  ahead: number,
): AsyncGenerator<Named, void, undefined> {
  const begun: Begun<Named>[] = [];
  let end: End | undefined;
  try {
    for (;;) {
      while (end === undefined && begun.length <= ahead) end = await beginNext(named, begun);
      const next = begun.shift();
      if (next === undefined) break;
      yield next.list;
    }
    if (end?.fault !== undefined) throw end.fault as Error;
  } finally {
    for (const each of begun) each.end();
    named.return().catch(ignore);
  }
}

async function beginNext<Page, Named extends List<Page>>(
  named: AsyncGenerator<Named, void, undefined>,
  begun: Begun<Named>[],
): Promise<End | undefined> {
  try {
    const step = await named.next();
    if (step.done === true) return {};
    begun.push(begin(step.value));
    return undefined;
  } catch (fault) {
    return { fault };
  }
}

function begin<Page, Named extends List<Page>>(list: Named): Begun<Named> {
  const { pages } = list;
  const first = pages.next();
  first.catch(ignore); // it is met in its turn
  const end = (): void => {
    pages.return().catch(ignore);
  };
  return { list: { ...list, pages: goneOn(first, pages, end) }, end };
}

async function* goneOn<Page>(
  first: Promise<IteratorResult<Page, void>>,
  rest: AsyncGenerator<Page, void, undefined>,
  end: () => void,
): AsyncGenerator<Page, void, undefined> {
  try {
    const step = await first;
    if (step.done === true) return;
    yield step.value;
    yield* rest;
  } finally {
    end();
  }
}

function ignore(): void {
  // Nobody waits for it.
}
