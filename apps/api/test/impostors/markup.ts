import { ASK_TEXTS } from '@habeas/subject-pages';
import { expect } from '@jest/globals';
import type { Attack } from './stage.js';
import { OWN } from './victims.js';

const MARKUP = `"><script>alert(1)</script><img src=x onerror=alert(1)>'</textarea><a href="javascript:alert(1)">`;
const LIVE = /<script>alert|<img src=x|<a href="javascript/iu;

const inTheForm: readonly Attack[] = ASK_TEXTS.map((field) => ({
  title: `markup in the field "${field}" is shown back as the text that it is`,
  run: async (_stage, impostor) => {
    const { page } = await impostor.ask({ email: OWN.email, phone: 'none', [field]: MARKUP });
    expect(page.status).toBe(422);
    expect(page.html).toContain('&lt;script&gt;alert(1)');
    expect(page.html).not.toMatch(LIVE);
  },
}));

const elsewhere: readonly Attack[] = [
  {
    title: 'markup in a reference is shown back as the text that it is',
    run: async (_stage, impostor) => {
      const page = await impostor.browser().post('/ask/hostel/follow', { reference: MARKUP, claimCode: MARKUP });
      expect(page.status).toBe(403);
      expect(page.html).not.toMatch(LIVE);
    },
  },
  {
    title: 'markup in the secret of a link is not shown back as markup',
    run: async ({ victims: { path } }, impostor) => {
      const page = await impostor.browser().post(path, { secret: MARKUP, claimCode: MARKUP });
      expect(page.html).not.toMatch(LIVE);
    },
  },
  {
    title: 'markup in an address of a page is not shown back as markup',
    run: async (_stage, impostor) => {
      const text = encodeURIComponent(MARKUP);
      for (const path of [
        `/ask/hostel/d/${text}`,
        `/ask/hostel/requests/${text}`,
        `/ask/${text}`,
        `/ask/hostel?language=${text}`,
      ])
        expect((await impostor.browser().open(path)).html).not.toMatch(LIVE);
    },
  },
  {
    title: 'what was said to be missing is taken without a script of it ever being one',
    run: async (stage, impostor) => {
      const own = await stage.own(impostor);
      const long = await own.browser.post(`${own.follow}/missing`, { what: MARKUP.repeat(100) });
      expect(long.html).toContain('&lt;script&gt;alert(1)');
      expect(long.html).not.toMatch(LIVE);
    },
  },
];

/** Scripts that are meant to run in the browser of whoever looks. */
export const MARKUPS: readonly Attack[] = [...inTheForm, ...elsewhere];
