import { describe, expect, it } from '@jest/globals';
import { airbyteDraft, stream } from '../../testing/airbyte-draft.js';

describe('how an Airbyte file pages', () => {
  const parameter = (name: string): object => ({ type: 'RequestOption', inject_into: 'request_parameter', field_name: name });
  const cursor = (cursor_value: string, stop_condition?: string): object => ({
    type: 'CursorPagination',
    cursor_value,
    stop_condition,
  });
  const to = parameter('t');
  it.each([
    [{ pagination_strategy: { type: 'PageIncrement' }, page_token_option: to }, { type: 'page', to: 't', first: 0 }, ''],
    [
      { pagination_strategy: { type: 'OffsetIncrement', page_size: 5 }, page_token_option: to, page_size_option: parameter('n') },
      { type: 'offset', to: 't', size: { to: 'n', is: 5 } },
      '',
    ],
    [
      { pagination_strategy: { type: 'OffsetIncrement' }, page_token_option: to },
      { type: 'offset', size: { to: 'limit', is: 100 } },
      'is a guess',
    ],
    [
      {
        pagination_strategy: cursor('{{ response.meta.next }}', '{{ not response.meta.more }}'),
        page_token_option: to,
        page_size_option: parameter('n'),
      },
      { type: 'cursor', from: 'meta.next', to: 't', more: 'meta.more' },
      'how many records n asks for',
    ],
    [
      { pagination_strategy: cursor("{{ response['next'] }}", '{{ response | length < 5 }}'), page_token_option: to },
      { type: 'cursor', from: 'next' },
      'the last page is told by',
    ],
    [
      {
        pagination_strategy: cursor(
          '{{ response.get("_m", {}).get("next", {}) }}',
          '{{ not response.get("_m", {}).get("next", {}) }}',
        ),
        page_token_option: { type: 'RequestPath' },
      },
      { type: 'next', from: '_m.next' },
      '',
    ],
    [{ pagination_strategy: cursor("{{ headers['link']['next']['url'] }}") }, { type: 'next', from: { header: 'Link' } }, ''],
    [
      { pagination_strategy: cursor("{{ headers['X-Next'] }}"), page_token_option: to },
      { type: 'cursor', from: { header: 'X-Next' } },
      '',
    ],
    [
      { pagination_strategy: cursor("{{ last_record['id'] }}", '{{ response.has_more is false }}'), page_token_option: to },
      { type: 'last', field: 'id', more: 'has_more' },
      '',
    ],
    [
      { pagination_strategy: cursor("{{ last_records[-1]['id'] }}"), page_token_option: to },
      { type: 'last', field: 'id' },
      'is a guess',
    ],
  ])('%j', (paginator, paginate, what) => {
    const { draft, told } = airbyteDraft([stream({ retriever: { paginator: { type: 'DefaultPaginator', ...paginator } } })]);
    expect(draft.collections['people']?.find[0]?.paginate).toMatchObject(paginate);
    expect(told).toContain(what);
  });

  it.each([
    [{ type: 'DefaultPaginator' }, 'a way that is not named'],
    [{ pagination_strategy: { type: 'Custom' } }, 'by Custom, which has no counterpart'],
    [{ pagination_strategy: cursor('{{ now() }}') }, 'told by {{ now() }}'],
    [
      { pagination_strategy: { type: 'PageIncrement' }, page_token_option: { inject_into: 'header', field_name: 'P' } },
      'P stands in a header',
    ],
  ])('tells what has no counterpart: %j', (paginator, what) => {
    expect(airbyteDraft([stream({ retriever: { paginator } })]).told).toContain(what);
  });

  it('takes one reply where the file says that there are no pages', () => {
    const { draft, told } = airbyteDraft([stream({ retriever: { paginator: { type: 'NoPagination' } } })]);
    expect(draft.collections['people']?.find[0]?.paginate).toBe('none');
    expect(told).not.toContain('one page only');
  });
});
