import { describe, expect, it } from '@jest/globals';
import { accepted, ServiceClient } from './service-client.js';

/** A client whose service gives one answer, and keeps what it was sent. */
class AnsweredClient extends ServiceClient {
  readonly sent: unknown[] = [];

  constructor(
    private readonly answer: object,
    private readonly status = 200,
  ) {
    super('http://localhost:4000');
  }

  override send(path: string, { body }: { readonly body?: unknown } = {}): Promise<Response> {
    this.sent.push([path, JSON.parse(String(body))]);
    return Promise.resolve(Response.json(this.answer, { status: this.status }));
  }
}

const REFUSAL = { __typename: 'Refusal', code: 'WRONG_STATE', message: 'Not now.', remedy: null } as const;

describe('a client', () => {
  it('gives what a document gives, by its name and with its variables', async () => {
    const client = new AnsweredClient({ data: { sources: [{ id: 'crm', title: null, connector: 'mysql' }] } });
    const { sources } = await client.run('sources');
    const [id]: readonly string[] = sources.map((source) => source.id);
    expect(id).toBe('crm');
    await client.run('request', { id: 'req_1' });
    expect(client.sent[1]).toEqual([
      '/graphql',
      { query: expect.stringContaining('query Request('), variables: { id: 'req_1' } },
    ]);
  });

  it('is not built where variables or fields are not those of the document', async () => {
    const client = new AnsweredClient({ data: { request: null } });
    // @ts-expect-error -- the variables are missing
    await client.run('request');
    // @ts-expect-error -- a variable is misspelt
    await client.run('request', { ident: 'req_1' });
    // @ts-expect-error -- there is no such document
    await expect(client.run('nothing')).resolves.toBeDefined();
    const { request } = await client.run('request', { id: 'req_1' });
    // @ts-expect-error -- there may be no such request, and it has no such field
    expect(request?.nothing).toBeUndefined();
  });

  it('throws the first error with its code, and also where there is nothing', async () => {
    const error = { message: 'Not yours.', extensions: { code: 'FORBIDDEN' } };
    const forbidden = new AnsweredClient({ errors: [error, error] }, 200).run('staff');
    await expect(forbidden).rejects.toMatchObject({
      name: 'ServiceError',
      status: 200,
      code: 'FORBIDDEN',
      message: 'Not yours.',
    });
    await expect(new AnsweredClient({}).run('staff')).rejects.toMatchObject({ code: 'UNKNOWN' });
  });
});

describe('what a mutation came to', () => {
  it('is what was done, or throws the refusal with its code', async () => {
    const done = await new AnsweredClient({ data: { startRequest: { __typename: 'Request', id: 'req_1' } } }).run(
      'startRequest',
      {
        id: 'req_1',
      },
    );
    const id: string = accepted(done.startRequest).id;
    expect(id).toBe('req_1');
    const { startRequest } = await new AnsweredClient({ data: { startRequest: REFUSAL } }).run('startRequest', { id: 'req_1' });
    expect(() => accepted(startRequest)).toThrow(expect.objectContaining({ code: 'WRONG_STATE', message: 'Not now.' }));
  });
});
