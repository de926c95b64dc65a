import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { subjectAssets } from '../src/assets/subject-assets.js';
import { subjectPolicy } from '../src/parts/shell.js';
import { renderSubjectPage } from '../src/render-subject-page.js';
import type { SubjectLanguage, SubjectLook } from '../src/view/subject-look.js';
import type { SubjectView } from '../src/view/subject-view.js';

/** What was posted, and where. */
export interface Posted {
  readonly path: string;
  readonly form: URLSearchParams;
  readonly origin: string | undefined;
}

/** Serves pages as the service does: with their policy, and their files beside them. The page at a path is what a test says. */
export class PageHost {
  readonly posted: Posted[] = [];
  readonly #pages = new Map<string, SubjectView>();
  readonly #server: Server;

  private constructor(private readonly look: SubjectLook) {
    this.#server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
      const language = searchParams.get('language') === 'fr' ? 'fr' : 'en';
      if (request.method !== 'POST') {
        this.#answer(pathname, language, response);
        return;
      }
      void text(request).then((body) => {
        this.posted.push({ path: pathname, form: new URLSearchParams(body), origin: request.headers.origin });
        this.#answer(`POST ${pathname}`, language, response);
      });
    });
  }

  static async start(look: SubjectLook): Promise<PageHost> {
    const host = new PageHost(look);
    await new Promise<void>((resolve) => host.#server.listen(0, '127.0.0.1', resolve));
    return host;
  }

  /** Makes a path show a page; one that begins with `POST ` is what a form is answered with. */
  show(path: string, view: SubjectView): void {
    this.#pages.set(path, view);
  }

  get origin(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(path: string, language: SubjectLanguage, response: ServerResponse): void {
    const asset = subjectAssets(this.look.colour === undefined ? [] : [this.look.colour]).find((each) => each.path === path);
    if (asset !== undefined) {
      response.writeHead(200, { 'content-type': asset.type }).end(asset.body);
      return;
    }
    const view = this.#pages.get(path) ?? { page: 'fault', status: 404 };
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': subjectPolicy() };
    response.writeHead(200, headers).end(renderSubjectPage(view, this.look, language));
  }
}
