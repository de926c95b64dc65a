import { describe, expect, it } from '@jest/globals';
import { fidesDraft } from '../../testing/fides-draft.js';

const request = (body: unknown, further: object = {}): object => ({
  token_request: { method: 'POST', path: '/token', body, ...further },
  refresh_request: { method: 'POST', path: '/refresh', body, ...further },
});

describe('how a Fides file signs requests', () => {
  it.each([
    ['basic', { username: '<user>', password: '<key>' }, { type: 'basic', user: '${config.user}', password: '${secret.key}' }],
    ['basic', { username: '<key>' }, { type: 'basic', user: '${secret.key}', password: '' }],
    ['bearer', { token: '<key>' }, { type: 'bearer', token: '${secret.key}' }],
    ['api_key', { headers: [{ name: 'X-Key', value: '<key>' }] }, { type: 'header', name: 'X-Key', value: '${secret.key}' }],
    ['api_key', { headers: [{ name: 'Authorization', value: 'Bearer <key>' }] }, { type: 'bearer', token: '${secret.key}' }],
    ['api_key', { query_params: [{ name: 'key', value: '<key>' }] }, { type: 'query', name: 'key', value: '${secret.key}' }],
    [
      'oauth2_client_credentials',
      request('{"client_id": "<user>", "client_secret": "<key>", "scope": "read", "audience": "all"}'),
      {
        type: 'client-credentials',
        tokenUrl: 'https://api.example.org/token',
        clientId: '${config.user}',
        clientSecret: '${secret.key}',
        clientIn: 'body',
        scope: 'read',
        parameters: { audience: 'all' },
      },
    ],
    [
      'oauth2_authorization_code',
      request('client_id=<user>&client_secret=<key>', { client_config: { host: 'login.example.org' } }),
      { type: 'refresh-token', tokenUrl: 'https://login.example.org/refresh', refreshToken: '${secret.refresh_token}' },
    ],
    [
      'oauth2_client_credentials',
      request(''),
      { type: 'client-credentials', clientIn: 'basic', clientId: '${config.client_id}' },
    ],
  ])('%s %j', (strategy, configuration, auth) => {
    const { draft } = fidesDraft({ authentication: { strategy, configuration } });
    expect(draft.auth).toMatchObject(auth);
  });

  it.each([
    [{ strategy: 'of_its_own', configuration: {} }, 'by the strategy of_its_own there'],
    [{ strategy: 'api_key', configuration: { body: '{}' } }, 'by the strategy api_key there'],
    [{ strategy: 'oauth2_client_credentials', configuration: {} }, 'by the strategy oauth2_client_credentials there'],
    [undefined, 'does not say how requests are signed'],
  ])('has a placeholder, and says so, for %j', (authentication, what) => {
    const { draft, told } = fidesDraft(authentication === undefined ? {} : { authentication });
    expect(draft.auth).toEqual({ type: 'bearer', token: '${secret.token}' });
    expect(told).toContain(what);
  });
});
