/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { away, FakeService, fault, status } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { inboxOf, ROW } from '../testing/sample-answers.js';
import { dueOf } from './due.js';
import { filterOf, inboxVariables, searchOf } from './inbox-filter.js';
import { waitingOf } from './waiting.js';

const INBOX = '/club/requests';
const OTHER = { ...ROW, id: 'req_2', reference: '2026-0002', state: 'in_review', queued: 2, complete: null } as const;

describe('the inbox', () => {
  it('shows by when each request is due, what it waits for and who must act (DLN-03)', async () => {
    openConsole(
      INBOX,
      new FakeService().on('inbox', () => inboxOf([ROW, OTHER])),
    );
    const rows = await screen.findAllByRole('row');
    expect(rows.map((row) => within(row).queryByRole('link')?.getAttribute('href') ?? '')).toEqual([
      '',
      '/console/club/requests/req_1',
      '/console/club/requests/req_2',
    ]);
    expect(rows[1]?.textContent).toMatch(/2026-0001.*Ready to release.*its release.*Data protection officer/u);
    expect(rows[2]?.textContent).toMatch(/Matches to decide.*Decisions about 2 matches.*Reviewer or officer/u);
    expect(screen.getByText('2 requests')).toBeTruthy();
  });

  it('is a list that its address describes', async () => {
    const { service } = openConsole(`${INBOX}?show=decided&due=over&sort=last&reference=2026`);
    await screen.findByText('1 of 1');
    const given = service.asked('inbox')[0]?.given;
    expect(given).toMatchObject({
      states: ['released', 'refused', 'cancelled', 'shredded'],
      order: 'last_due',
      reference: '2026',
    });
    expect(screen.getByLabelText<HTMLSelectElement>('Show').value).toBe('decided');
    expect(screen.getByLabelText<HTMLInputElement>('Search by reference').value).toBe('2026');
  });

  it('changes its address with each filter', async () => {
    const { user, service } = openConsole(INBOX);
    await user.selectOptions(await screen.findByLabelText('Show'), 'working');
    await user.selectOptions(screen.getByLabelText('Due'), '7');
    await user.selectOptions(screen.getByLabelText('Order'), 'last');
    await user.type(screen.getByLabelText('Search by reference'), '2026-1');
    await waitFor(() => {
      expect(window.location.search).toBe('?show=working&due=7&sort=last&reference=2026-1');
    });
    await waitFor(() => {
      expect(service.asked('inbox').at(-1)?.given['reference']).toBe('2026-1');
    });
  });

  it('goes on page by page, and keeps what it has where the next cannot be had', async () => {
    const service = new FakeService().on(
      'inbox',
      () => inboxOf([ROW], { endCursor: 'c1', total: 3 }),
      () => inboxOf([OTHER], { endCursor: 'c2', total: 3 }),
      fault('INTERNAL'),
    );
    const { user } = openConsole(INBOX, service);
    await user.click(await button('Show more'));
    expect(await screen.findByText('2 of 3')).toBeTruthy();
    await user.click(await button('Show more'));
    expect((await screen.findByRole('alert')).textContent).toContain('should not have');
    expect(screen.getAllByRole('row')).toHaveLength(3);
    expect(service.asked('inbox').map(({ given }) => given['after'])).toEqual([null, 'c1', 'c2']);
  });

  it('is gone through by the keyboard: j, k and /', async () => {
    const { user } = openConsole(
      INBOX,
      new FakeService().on('inbox', () => inboxOf([ROW, OTHER])),
    );
    await screen.findByText('2 of 2');
    const focused = async (keys: string): Promise<string | null> => {
      await user.keyboard(keys);
      return document.activeElement?.textContent ?? null;
    };
    expect([await focused('j'), await focused('j'), await focused('j'), await focused('k')]).toEqual([
      '2026-0001',
      '2026-0002',
      '2026-0002',
      '2026-0001',
    ]);
    expect(await focused('x{Control>}j{/Control}')).toBe('2026-0001');
    await user.keyboard('/jk');
    expect(screen.getByLabelText<HTMLInputElement>('Search by reference').value).toBe('jk');
    await user.click(screen.getByRole('link', { name: '2026-0001' }));
    expect(await screen.findByRole('heading', { name: '2026-0001' })).toBeTruthy();
  });

  it('says what it means that nothing is there, or that nothing fits', async () => {
    const { user } = openConsole(
      `${INBOX}?show=working`,
      new FakeService().on('inbox', () => inboxOf([])),
    );
    await user.click(await screen.findByRole('link', { name: 'Show all open requests' }));
    expect(await screen.findByText('There is no request yet.')).toBeTruthy();
  });

  it('says why it cannot be loaded, and can be tried again', async () => {
    const { user } = openConsole(
      INBOX,
      new FakeService().on('inbox', fault('INTERNAL'), () => inboxOf([ROW])),
    );
    expect((await screen.findByRole('alert')).textContent).toContain('should not have');
    await user.click(await button('Try again'));
    expect(await screen.findByText('1 of 1')).toBeTruthy();
  });

  it('tells that the service is away, and loads by itself once it is back', async () => {
    openConsole(
      INBOX,
      new FakeService().on('inbox', away, status(503), fault('UNAVAILABLE'), () => inboxOf([ROW])),
    );
    expect(await screen.findByText('The service does not answer. Trying again …')).toBeTruthy();
    expect(await screen.findByText('1 of 1')).toBeTruthy();
    expect(screen.queryByText('The service does not answer. Trying again …')).toBeNull();
  });

  it('says what the service says of what is no answer of GraphQL', async () => {
    openConsole(INBOX, new FakeService().on('inbox', status(404, { error: { code: 'NOT_FOUND', message: 'No controller.' } })));
    expect((await screen.findByRole('alert')).textContent).toContain('No controller.');
  });
});

describe('the head of the console', () => {
  const CLUBS = [
    { id: 'club', name: 'The Club' },
    { id: 'hostel', name: 'The Hostel' },
  ];

  it('changes the controller, whose requests are then asked for', async () => {
    const service = new FakeService();
    service.who = { ...service.who, viewer: { id: 'stf_1', name: 'Olga', controllers: CLUBS } };
    const { user } = openConsole('/', service);
    await user.selectOptions(await screen.findByLabelText('Acting for'), 'hostel');
    expect(window.location.pathname).toBe('/console/hostel/requests');
    await waitFor(() => {
      expect(service.asked('inbox').at(-1)?.controller).toBe('hostel');
    });
  });

  it('changes the language, and remembers it', async () => {
    const { user, chosen } = openConsole(INBOX);
    await user.selectOptions(await screen.findByLabelText('Language'), 'fr');
    expect(screen.getByRole('heading', { name: 'Demandes' })).toBeTruthy();
    expect(chosen()).toBe('fr');
  });

  it('signs out, also where the service is gone', async () => {
    const { user, service, reloads } = openConsole(INBOX, new FakeService().on('DELETE /session', away));
    await user.click(await button('Sign out'));
    await waitFor(() => {
      expect(reloads()).toBe(1);
    });
    expect(service.asked('DELETE /session')).toHaveLength(1);
  });

  it.each(['/nobody/requests', '/club/nothing'])('leads back from %s, where there is nothing', async (path) => {
    openConsole(path);
    expect((await screen.findByRole('link', { name: 'To the requests' })).getAttribute('href')).toBe('/console/club/requests');
  });

  it('leads from a controller to its requests', async () => {
    openConsole('/club');
    await screen.findByRole('heading', { name: 'Requests' });
    expect(window.location.pathname).toBe(`/console${INBOX}`);
  });

  it('is what is left where a page itself has a fault', async () => {
    const { user, reloads } = openConsole(
      INBOX,
      new FakeService().on('inbox', () => ({
        data: { requests: { edges: [{ node: null }], pageInfo: { hasNextPage: false }, totalCount: 1 } },
      })),
    );
    await user.click(await button('Load again'));
    expect(reloads()).toBe(1);
  });
});

describe('what a request waits for', () => {
  const waiter = { queued: 1, complete: null, tasks: [], questions: [] };

  it('is first of all the answer to a question, then what people search by hand', () => {
    const tasks = [{ outcome: null }, { outcome: 'found' }];
    const searching = { ...waiter, state: 'searching', tasks } as const;
    expect(waitingOf({ ...searching, questions: [{ isOpen: true }] }).who).toBe('who.subject');
    expect(waitingOf({ ...searching, questions: [{ isOpen: false }] })).toMatchObject({
      what: 'waits.task',
      filling: { count: 1 },
    });
    expect(waitingOf({ ...searching, state: 'in_review' }).what).toBe('waits.in_review');
    expect(waitingOf({ ...searching, state: 'received' }).what).toBe('waits.received');
    expect(waitingOf({ ...searching, state: 'released', questions: [{ isOpen: true }] }).what).toBe('waits.released');
  });

  it('is a decision where something is missing in the answer', () => {
    expect(waitingOf({ ...waiter, state: 'awaiting_release', complete: false }).what).toBe('waits.incomplete');
  });
});

describe('how near a due date is', () => {
  const NOW = Date.parse('2026-12-01T12:00:00Z');

  it.each([
    ['2026-12-01T11:00:00Z', 'due.over', 1, 'over'],
    ['2026-12-01T12:00:00Z', 'due.over', 1, 'over'],
    ['2026-11-28T12:00:00Z', 'due.over', 3, 'over'],
    ['2026-12-01T23:00:00Z', 'due.today', undefined, 'soon'],
    ['2026-12-03T23:00:00Z', 'due.in', 2, 'soon'],
    ['2026-12-20T23:00:00Z', 'due.in', 19, 'later'],
  ])('of %s is %s', (dueAt, text, count, urgency) => {
    expect(dueOf(dueAt, NOW)).toMatchObject({ text, urgency, filling: count === undefined ? {} : { count } });
  });
});

describe('the filter of an address', () => {
  it('takes what it does not know for what is usual, and says only what is not', () => {
    const filter = filterOf(new URLSearchParams('show=nonsense&due=9&sort=last'));
    expect(filter).toEqual({ show: 'open', due: 'any', sort: 'last', reference: '' });
    expect(searchOf(filter).toString()).toBe('sort=last');
  });

  it('can be those that wait for somebody: they are all that wait for a person', () => {
    const asked = (show: string): readonly string[] =>
      [inboxVariables(filterOf(new URLSearchParams({ show })), 0).states ?? []].flat().sort();
    expect(asked('officer')).toEqual(['awaiting_release']);
    expect([...asked('handler'), ...asked('reviewer'), ...asked('officer')].sort()).toEqual(asked('mine'));
  });

  it('asks with times that are cut to hours', () => {
    const filter = { ...filterOf(new URLSearchParams()), due: '7', show: 'all' } as const;
    const { dueBefore, states } = inboxVariables(filter, Date.parse('2026-12-01T12:34:56Z'));
    expect([dueBefore, states]).toEqual(['2026-12-08T12:00:00.000Z', null]);
  });
});
