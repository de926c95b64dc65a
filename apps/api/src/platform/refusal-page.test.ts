import { describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import { type RefusalText, tellRefusal } from './refusal-page.js';

const SAID: RefusalText = { code: 'REFUSED', message: 'It is <refused> & "over".', remedy: "Don't try again." };

/** What somebody is told who takes this rather than that. */
function told(
  takes: 'html' | 'json',
  said: RefusalText,
): { readonly status: number; readonly body: unknown; readonly type: string } {
  const answer = { status: 0, body: undefined as unknown, type: 'json' };
  const response = {
    status: (status: number) => Object.assign(response, { set: () => response, ...((answer.status = status), {}) }),
    type: (type: string) => ((answer.type = type), response),
    send: (body: unknown) => (answer.body = body),
    json: (body: unknown) => (answer.body = body),
  };
  tellRefusal({ accepts: () => takes } as unknown as Request, response as unknown as Response, 401, said);
  return answer;
}

describe('a refusal', () => {
  it('is a page for a browser, in which nothing of it is markup', () => {
    const { status, type, body } = told('html', SAID);
    expect([status, type]).toEqual([401, 'html']);
    expect(body).toContain('<h1>It is &lt;refused&gt; &amp; &quot;over&quot;.</h1><p>Don&#39;t try again.</p>');
    expect(body).not.toContain('<refused>');
  });

  it('is JSON for everybody else', () => {
    expect(told('json', SAID)).toEqual({ status: 401, type: 'json', body: { error: SAID } });
  });

  it('needs no remedy', () => {
    const { code, message } = SAID;
    expect(told('json', { code, message }).body).toEqual({ error: { code, message } });
    expect(told('html', { code, message }).body).toContain('<p></p>');
  });
});
