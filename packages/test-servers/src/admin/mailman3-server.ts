import type { MailmanServer } from './test-server.js';

/** The core of Mailman behind its administrator's URL: `http://restadmin:password@127.0.0.1:8001`. */
export function connectToMailman3(url: string): MailmanServer {
  return {
    name: 'mailman3',
    url,
    ask: async (method, path, form) => {
      const { origin, username, password } = new URL(url);
      const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
      const body = form === undefined ? {} : { body: new URLSearchParams(form) };
      const reply = await fetch(`${origin}/3.1${path}`, { method, headers: { authorization }, ...body });
      const text = await reply.text();
      if (!reply.ok) throw new Error(`Mailman answered ${method} ${path} with ${String(reply.status)}: ${text}`);
      return (text === '' ? undefined : JSON.parse(text)) as unknown;
    },
  };
}
