import { describe, expect, it } from '@jest/globals';
import { airbyteDraft, stream } from '../../testing/airbyte-draft.js';

describe('what an Airbyte file asks for', () => {
  it('makes a request for each value of a short list, and a gap of a long one', () => {
    const router = (values: unknown): object => ({
      partition_router: { type: 'ListPartitionRouter', cursor_field: 'kind', values },
    });
    const path = '/people/{{ stream_partition.kind }}';
    const { draft } = airbyteDraft([stream({ requester: { path }, retriever: router(['a', 'b']) })]);
    expect(draft.collections['people']?.find.map(({ get }) => get)).toEqual(['/people/a', '/people/b']);
    const long = airbyteDraft([stream({ requester: { path }, retriever: router('{{ config.kinds }}') })]);
    expect(long.draft.gaps).toEqual(['people is not read.']);
    expect(airbyteDraft([stream({ retriever: { partition_router: { type: 'Custom' } } })]).told).toContain(
      'it is read by Custom',
    );
  });

  it('reads parents that the file does not list, and a path without its partition is a gap', () => {
    const parent = stream({
      name: 'groups',
      further: { schema_loader: { type: 'JsonFileSchemaLoader', file_path: './g.json' } },
    });
    const config = {
      stream: parent,
      parent_key: 'a/b',
      partition_field: 'group',
      request_option: { inject_into: 'body_json', field_name: 'x' },
    };
    const partition_router = { type: 'SubstreamPartitionRouter', parent_stream_configs: [config] };
    const { draft, told } = airbyteDraft([
      stream({ requester: { path: 'groups/{{ stream_slice["group"] }}/people' }, retriever: { partition_router } }),
      stream({ name: 'lost', requester: { path: '/lost/{{ stream_partition.parent_slice.x }}' } }),
    ]);
    expect(draft.listings).toHaveProperty('groups');
    expect(draft.collections['people']?.find).toMatchObject([{ for: ['groups'], get: '/groups/${groups.a.b}/people' }]);
    expect(told).toContain('stands in ./g.json');
    expect(told).toContain('lost is not in the draft: its path names');
    expect(told).toContain('request_option');
  });

  it('keeps what replies mean where a manifest can say it', () => {
    const handler = {
      type: 'CompositeErrorHandler',
      error_handlers: [
        {
          response_filters: [
            { http_codes: [404, 410], action: 'IGNORE' },
            { http_codes: [403], action: 'RATE_LIMITED' },
            { http_codes: [401], action: 'IGNORE' },
            { http_codes: [400], action: 'RETRY', predicate: '{{ x }}' },
          ],
          backoff_strategies: [
            { type: 'WaitUntilTimeFromHeader', header: 'X-Reset' },
            { type: 'ConstantBackoffStrategy', backoff_time_in_seconds: 5 },
          ],
        },
      ],
    };
    const { draft, told } = airbyteDraft([stream({ requester: { error_handler: handler } })]);
    expect(draft.collections['people']?.find[0]?.on).toEqual({ 404: 'empty', 410: 'empty' });
    expect(draft.responses.rules).toMatchObject([{ status: [403], means: 'throttle' }]);
    expect(draft.responses.wait).toEqual([{ header: 'X-Reset', holds: 'epoch-seconds' }]);
    expect(told).toContain('backoff_time_in_seconds');
    expect(told).toContain('predicate');
  });

  it('takes budgets that count all requests', () => {
    const policies = [
      { type: 'MovingWindowCallRatePolicy', rates: [{ limit: 90, interval: 'PT1M30S' }], matchers: [] },
      { type: 'FixedWindowCallRatePolicy', call_limit: 5, period: 'PT1S' },
      { type: 'FixedWindowCallRatePolicy', call_limit: 5, period: 'soon' },
      { call_limit: 1, period: 'PT1S', matchers: [{ method: 'GET' }] },
    ];
    const { draft, told } = airbyteDraft([stream()], { api_budget: { type: 'HTTPAPIBudget', policies } });
    expect(draft.limits).toEqual([
      { rate: 90, per: 90_000 },
      { rate: 5, per: 1000 },
    ]);
    expect(told).toContain('not taken over: api_budget.policies.3');
  });

  it('declares settings that lie in groups, and copies no value of a secret', () => {
    const properties = {
      credentials: {
        oneOf: [{ properties: { kind: { const: 'a' }, key: { airbyte_secret: true, default: 'hidden', title: 'Key' } } }, 'odd'],
      },
      site: { default: 'eu', description: 'Where' },
      odd: 1,
    };
    const authenticator = { type: 'BearerAuthenticator', api_token: '{{ config["credentials"]["key"] }}' };
    const { draft, told } = airbyteDraft(
      [
        stream({
          requester: {
            url_base: 'https://{{ config.site }}.example.org',
            authenticator,
            request_headers: { K: '{{ config.credentials.key }}' },
          },
        }),
      ],
      { spec: { connection_specification: { properties } } },
    );
    expect([draft.secrets, draft.config]).toMatchObject([
      { credentials_key: { description: 'Key' } },
      { site: { type: 'slug', default: 'eu' } },
    ]);
    expect(JSON.stringify(draft)).not.toContain('hidden');
    expect(told).toContain('the header K names {{ config.credentials.key }}');
    expect(draft.title).toBe('desk');
  });

  it('asks for a key, a schema and a check where the file has none', () => {
    const bare = {
      name: 'people',
      retriever: { type: 'AsyncRetriever', requester: { url_base: 'https://api.example.org', path: '/people' } },
    };
    const nested = stream({
      name: 'nested',
      further: { primary_key: [['a', 'b'], ['id']] },
      retriever: { record_selector: { extractor: { field_path: ['data', '*', 'item'] } } },
    });
    const { draft, told } = airbyteDraft([bare, nested], { dynamic_streams: [{}] }, 'manifest.yaml');
    expect(draft.title).toBe('Imported');
    expect(draft.collections['nested']?.find[0]?.records).toBe('data[].item');
    for (const what of [
      'its schema is not in the file',
      'its key lies inside of a.b',
      'it is read by AsyncRetriever, which is not taken over',
      'not taken over: dynamic_streams',
    ]) {
      expect(told).toContain(what);
    }
  });

  it('has no check where Airbyte checks with what belongs to another stream, and says when it lists nothing', () => {
    const { draft, told } = airbyteDraft([], { check: { stream_names: ['none'] } });
    expect(draft.check).toMatchObject({ get: '/' });
    expect(told).toContain('the file lists nothing');
    expect(told).toContain('the file does not say where the API is');
  });
});
