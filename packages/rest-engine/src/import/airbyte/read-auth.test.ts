import { describe, expect, it } from '@jest/globals';
import { airbyteDraft, stream } from '../../testing/airbyte-draft.js';

describe('how an Airbyte file signs requests', () => {
  const KEY = "{{ config['credentials']['key'] }}";
  it.each([
    [
      { type: 'BearerAuthenticator', api_token: KEY },
      { type: 'bearer', token: '${secret.credentials_key}' },
    ],
    [
      { type: 'BasicHttpAuthenticator', username: KEY },
      { type: 'basic', user: '${secret.credentials_key}' },
    ],
    [
      { type: 'BasicHttpAuthenticator', username: '{{ config.user }}', password: KEY },
      { type: 'basic', user: '${config.user}', password: '${secret.credentials_key}' },
    ],
    [
      { type: 'ApiKeyAuthenticator', header: 'X-Key', api_token: KEY },
      { type: 'header', name: 'X-Key' },
    ],
    [
      { type: 'ApiKeyAuthenticator', header: 'Authorization', api_token: `Bearer ${KEY}` },
      { type: 'bearer', token: '${secret.credentials_key}' },
    ],
    [
      { type: 'ApiKeyAuthenticator', api_token: KEY, inject_into: { inject_into: 'request_parameter', field_name: 'key' } },
      { type: 'query', name: 'key' },
    ],
    [
      {
        type: 'OAuthAuthenticator',
        token_refresh_endpoint: 'https://login.example.org/token',
        client_id: 'c',
        refresh_request_body: { a: 'b', n: 1 },
      },
      {
        type: 'refresh-token',
        tokenUrl: 'https://login.example.org/token',
        clientId: 'c',
        refreshToken: '${secret.refresh_token}',
        parameters: { a: 'b' },
      },
    ],
    [
      {
        type: 'OAuthAuthenticator',
        grant_type: 'client_credentials',
        token_refresh_endpoint: 'https://api.example.org/token',
        scopes: ['a', 'b'],
      },
      { type: 'client-credentials', scope: 'a b', clientSecret: '${secret.client_secret}' },
    ],
  ])('%j', (authenticator, auth) => {
    expect(airbyteDraft([stream({ requester: { authenticator } })]).draft.auth).toMatchObject(auth);
  });

  it.each([
    [{ type: 'CustomAuthenticator', class_name: 'x' }, 'by CustomAuthenticator there'],
    [
      { type: 'ApiKeyAuthenticator', api_token: 'x', inject_into: { inject_into: 'body_json', field_name: 'k' } },
      'by ApiKeyAuthenticator there',
    ],
    [{ type: 'BearerAuthenticator', api_token: '{{ now_utc() }}' }, '{{ now_utc() }} of the file has no counterpart'],
  ])('has a placeholder, and says so, for %j', (authenticator, what) => {
    const { draft, told } = airbyteDraft([stream({ requester: { authenticator } })]);
    expect(draft.auth).toMatchObject({ type: 'bearer', token: '${secret.token}' });
    expect(told).toContain(what);
  });

  it('tells streams that are signed in another way than the first', () => {
    const other = { type: 'BearerAuthenticator', api_token: 'x' };
    expect(airbyteDraft([stream(), stream({ name: 'b', requester: { authenticator: other } })]).told).toContain(
      'not all signed alike',
    );
  });
});
