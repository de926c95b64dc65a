interface Cookie {
  readonly pair: string;
  readonly path: string;
  readonly isStrict: boolean;
}

/** Where a browser has come to. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly text: string;
  readonly response: Response;
}

/** Where somebody is when they follow a link: on a page of that origin, or at a bookmark. */
export interface Click {
  readonly from?: string;
  readonly init?: RequestInit;
}

const MOST_HOPS = 20;

/**
 * As much of a browser as redirects need: cookies by origin and path, `SameSite=Strict` ones kept back on the way from another
 * origin, fetch metadata. Each origin counts as a site of its own.
 */
export class Browser {
  readonly #cookies = new Map<string, Map<string, Cookie>>();
  /** Every address it was sent to, in order. */
  readonly visited: string[] = [];

  /** Follows a link, and every redirect from there. */
  async go(url: string, { from, init = {} }: Click = {}): Promise<Page> {
    let at = url;
    let next = init;
    const chain = from === undefined ? [] : [from];
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const response = await this.#send(at, next, chain);
      const to = response.headers.get('location');
      if (to === null) return { url: at, status: response.status, text: await response.text(), response };
      chain.push(new URL(at).origin);
      at = new URL(to, at).href;
      next = {};
    }
    throw new Error('There are too many redirects.');
  }

  /** One step: where it is sent to, which it does not follow. */
  async step(url: string, { from, init = {} }: Click = {}): Promise<Response> {
    return this.#send(url, init, from === undefined ? [] : [from]);
  }

  /** What it would send in `Cookie` to a page of this origin. */
  cookies(url: string, isCrossSite = false): string {
    const { origin, pathname } = new URL(url);
    return [...(this.#cookies.get(origin)?.values() ?? [])]
      .filter(({ path, isStrict }) => pathname.startsWith(path) && !(isStrict && isCrossSite))
      .map(({ pair }) => pair)
      .join('; ');
  }

  /** Forgets the cookies of an origin. */
  forget(url: string): void {
    this.#cookies.delete(new URL(url).origin);
  }

  /** Replaces a cookie, as somebody at the machine can. */
  change(url: string, name: string, change: (value: string) => string): void {
    const jar = this.#cookies.get(new URL(url).origin);
    for (const [key, cookie] of jar ?? []) {
      const [found, value = ''] = cookie.pair.split(/=(.*)/su);
      if (found === name) jar?.set(key, { ...cookie, pair: `${name}=${change(value)}` });
    }
  }

  async #send(url: string, init: RequestInit, chain: readonly string[]): Promise<Response> {
    this.visited.push(url);
    const { origin } = new URL(url);
    const isCrossSite = chain.some((each) => each !== origin);
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: {
        accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8',
        'sec-fetch-site': chain.length === 0 ? 'none' : isCrossSite ? 'cross-site' : 'same-origin',
        cookie: this.cookies(url, isCrossSite),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    for (const line of response.headers.getSetCookie()) this.#keep(origin, line);
    return response;
  }

  #keep(origin: string, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const of = (name: string): string | undefined =>
      attributes.find((each) => each.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
    const path = of('path') ?? '/';
    const jar = this.#cookies.get(origin) ?? new Map<string, Cookie>();
    this.#cookies.set(origin, jar);
    const key = `${pair.split('=', 1)[0] ?? ''} ${path}`;
    const isOver = of('max-age') === '0' || new Date(of('expires') ?? '9999-01-01').getTime() <= Date.now();
    if (isOver) jar.delete(key);
    else jar.set(key, { pair, path, isStrict: of('samesite')?.toLowerCase() === 'strict' });
  }
}
