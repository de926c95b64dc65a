import type { SubjectLanguage, SubjectView } from '@habeas/subject-pages';
import type { Page } from 'playwright-core';

/** A request as its subject knows it. */
export interface OwnAsk {
  readonly claimCode: string;
  readonly reference: string;
  /** The path of its page. */
  readonly follow: string;
  readonly id: string;
}

type PageName = SubjectView['page'];

/** The tab of a browser in which somebody has the pages of a controller before them. */
export class SubjectTab {
  readonly language: SubjectLanguage;
  readonly origin: string;

  constructor(
    readonly page: Page,
    { language, origin }: { readonly language: SubjectLanguage; readonly origin: string },
  ) {
    this.language = language;
    this.origin = origin;
  }

  /** Opens a page in the language, as a link or a switch of languages would. */
  async go(path: string): Promise<void> {
    const url = new URL(path, this.origin);
    url.searchParams.set('language', this.language);
    // A page that only gets another fragment is not loaded anew
    await this.page.goto('about:blank');
    await this.page.goto(url.href);
  }

  /** Waits until a page is there. */
  async is(name: PageName, and = ''): Promise<void> {
    await this.page.waitForSelector(`html[lang=${this.language}] [data-page=${name}] ${and === '' ? 'h1' : and}`);
  }

  /** Asks for what is held under an address. */
  async ask(email: string): Promise<OwnAsk> {
    await this.go('/ask/hostel');
    await this.page.fill('[name=email]', email);
    await this.page.click('form .button.main');
    await this.is('asked');
    return this.asked();
  }

  /** What the page that was answered with tells. */
  async asked(): Promise<OwnAsk> {
    const claimCode = ((await this.page.textContent('.code')) ?? '').replaceAll(/\D/gu, '');
    const [reference = ''] = /\d{4}-\d{4,}/u.exec((await this.page.textContent('main')) ?? '') ?? [];
    const href = (await this.page.getAttribute('main a.button', 'href')) ?? '';
    const [follow = '', id = ''] = /\/ask\/hostel\/requests\/([\w%]+)/u.exec(href) ?? [];
    return { claimCode, reference, follow, id };
  }

  /** What is wider than the window, which nobody should have to scroll sideways. */
  overflow(): Promise<number> {
    return this.page.evaluate('Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)');
  }

  /** Ends the browser. */
  close(): Promise<void> {
    return this.page.context().close();
  }
}
