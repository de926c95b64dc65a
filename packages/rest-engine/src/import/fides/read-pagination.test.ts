import { describe, expect, it } from '@jest/globals';
import type { Manifest } from '../../manifest/manifest.js';
import { BY_MAIL, fidesDraft } from '../../testing/fides-draft.js';

describe('how a Fides file pages', () => {
  const paged = (pagination: object, query: readonly object[] = []): { draft: Manifest; told: string } =>
    fidesDraft({
      read: { path: '/people', query_params: [{ name: 'q', value: '<email>' }, ...query], param_values: BY_MAIL, pagination },
    });

  it.each([
    [
      'offset',
      { incremental_param: 'page', increment_by: 1, limit: 9 },
      { type: 'page', to: 'page', first: 1 },
      'stops when page is 9',
    ],
    [
      'offset',
      { incremental_param: 'skip', increment_by: 50 },
      { type: 'offset', to: 'skip', size: { to: 'limit', is: 50 } },
      'is a guess',
    ],
    ['link', { source: 'body', path: 'links.next' }, { type: 'next', from: 'links.next' }, ''],
    ['link', { source: 'headers', rel: 'more' }, { type: 'next', from: { header: 'Link' } }, 'the link "more" there'],
    [
      'cursor',
      { cursor_param: 'after', field: 'id', has_next: 'more' },
      { type: 'last', field: 'id', to: 'after', more: 'more' },
      '',
    ],
    ['cursor', { cursor_param: 'after', field: 'next' }, { type: 'cursor', from: 'next', to: 'after' }, 'does not say which'],
  ])('%s %j', (strategy, configuration, paginate, what) => {
    const { draft, told } = paged({ strategy, configuration });
    expect(draft.collections['people']?.find[0]?.paginate).toMatchObject(paginate);
    expect(told).toContain(what);
  });

  it('counts pages from where the file does', () => {
    const { draft } = paged({ strategy: 'offset', configuration: { incremental_param: 'p', increment_by: 1 } }, [
      { name: 'p', value: 0 },
    ]);
    expect(draft.collections['people']?.find[0]?.paginate).toMatchObject({ first: 0 });
  });

  it('tells a way that has no counterpart', () => {
    expect(paged({ strategy: 'odd' }).told).toContain('it comes in pages by odd, which has no counterpart');
  });
});
