import { isWorkedOut } from '@habeas/subject-pages';

/** What a page of a subject's came to. */
export interface SubjectPage {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** Its title. */
  readonly title: string;
}

/** What is sent: as `fetch` takes it. */
type SentRequest = Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> };

/** A browser without scripts: it keeps cookies, posts forms, and goes where it is sent. */
export class SubjectBrowser {
  readonly #cookies = new Map<string, string>();

  constructor(
    private readonly origin: string,
    private readonly language = 'en',
  ) {}

  async open(path: string): Promise<SubjectPage> {
    return pageOf(await this.send(path));
  }

  /** Posts a form, and follows where the answer leads. */
  async post(path: string, fields: Readonly<Record<string, string>>): Promise<SubjectPage> {
    const response = await this.send(path, { method: 'POST', body: new URLSearchParams(fields) });
    const to = response.headers.get('location');
    return to === null || response.status !== 303 ? pageOf(response) : this.open(to);
  }

  /** A request of this browser's, as it comes. */
  async send(path: string, init: SentRequest = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'accept-language': this.language, ...(cookie === '' ? {} : { cookie }), ...init.headers };
    const response = await fetch(new URL(path, this.origin), { redirect: 'manual', ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  }
}

async function pageOf(response: Response): Promise<SubjectPage> {
  const html = await response.text();
  const title = /<title>([^<]*)<\/title>/u.exec(html)?.[1] ?? '';
  return { status: response.status, headers: response.headers, html, title };
}

/** The challenge of a form, and the answer that keeps no person out. */
export function workedOut({ html }: SubjectPage): { readonly challenge: string; readonly answer: string } {
  const value = /name="challenge" value="([^"]+)"/u.exec(html)?.[1] ?? '';
  const bits = Number(/data-bits="(\d+)"/u.exec(html)?.[1]);
  if (value === '' || Number.isNaN(bits)) throw new Error('There is no form on this page.');
  let answer = 0;
  while (!isWorkedOut({ value, bits }, String(answer))) answer += 1;
  return { challenge: value, answer: String(answer) };
}
