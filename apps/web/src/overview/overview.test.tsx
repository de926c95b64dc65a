/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { FakeService } from '../testing/fake-service.js';
import { openConsole } from '../testing/open-console.js';
import { data, figuresOf, MONTH } from '../testing/room-answers.js';
import { everyMonth, failingIn, lastMonths, percentOf, sumOf } from './figures.js';

/** So many months before this one. */
const ago = (months: number): string => lastMonths(months + 1, new Date()).from.slice(0, 7);
const QUIET = {
  ...MONTH,
  received: 0,
  open: 0,
  overdue: 0,
  answered: 0,
  refused: 0,
  cancelled: 0,
  extended: 0,
  automatic: 0,
  inTime: 0,
};
const RECENT = { ...MONTH, month: ago(1) };
const BARE = { ...QUIET, month: ago(2), medianDays: null, failingSources: [] };

describe('the overview', () => {
  it('says what is open and late, what was extended, in time and by itself (LOG-05)', async () => {
    openConsole('/club/overview', new FakeService().on('figures', figuresOf([BARE, RECENT])));
    expect((await screen.findByRole('link', { name: '3' })).getAttribute('href')).toBe('/console/club/requests');
    expect(screen.getByRole('link', { name: '1' }).getAttribute('href')).toBe('/console/club/requests?due=over');
    const tiles = [...document.querySelectorAll('.tile')].map(({ textContent }) => textContent);
    expect(tiles.slice(2)).toEqual([
      'Extended2of 10 requests',
      'Decided in time100%of 6 requests',
      'Answered with nobody touching it80%of 5 requests',
    ]);
  });

  it('draws each month by what became of its requests, and says the same as a table', async () => {
    openConsole(
      '/club/overview',
      new FakeService().on('figures', figuresOf([BARE, RECENT, { ...MONTH, month: ago(0), medianDays: 45 }])),
    );
    const [months, time] = await screen.findAllByRole('img');
    const parts = (picture: HTMLElement | undefined): readonly string[] =>
      [...(picture?.querySelectorAll('rect') ?? [])].map(
        (part) => `${part.getAttribute('class') ?? ''} ${String(Math.round(Number(part.getAttribute('height'))))}`,
      );
    expect(parts(months).slice(-6, -3)).toEqual(['decided 105', 'open 30', 'late 15']);
    expect(parts(time).slice(-3)).toEqual(['decided 0', 'decided 40', 'late 150']);
    expect([...document.querySelectorAll('.columns-picture text')].map(({ textContent }) => textContent)).toContain(
      'one month (Art. 12(3))',
    );
    expect(screen.getAllByRole('table', { hidden: true }).length).toBe(3);
  });

  it('names months only as far as there is room for it', async () => {
    openConsole('/club/overview?months=36', new FakeService().on('figures', figuresOf([RECENT])));
    const [picture] = await screen.findAllByRole('img');
    expect(picture?.querySelectorAll('g')).toHaveLength(36);
    expect(picture?.querySelectorAll('text')).toHaveLength(12);
  });

  it('names the sources that stand in the way, the worst first', async () => {
    const worse = {
      ...MONTH,
      failingSources: [
        { source: 'shop', requests: 9 },
        { source: 'crm', requests: 1 },
      ],
    };
    openConsole('/club/overview', new FakeService().on('figures', figuresOf([RECENT, worse])));
    await screen.findByText('The CRM');
    const rows = screen.getAllByRole('row', { hidden: true }).map(({ textContent }) => textContent);
    expect(rows.slice(-2)).toEqual(['shop9', 'The CRM3']);
  });

  it('is of the time that its address says', async () => {
    const { user, service } = openConsole('/club/overview');
    await user.selectOptions(await screen.findByLabelText('Received in'), '3');
    await waitFor(() => {
      expect(window.location.search).toBe('?months=3');
    });
    await user.selectOptions(screen.getByLabelText('Received in'), '12');
    await waitFor(() => {
      expect(window.location.search).toBe('');
    });
    expect(service.asked('figures').length).toBeGreaterThan(1);
  });

  it('says that nothing was received, or that nothing is known of times and failures', async () => {
    openConsole('/club/overview', new FakeService().on('figures', figuresOf([BARE])));
    expect(await screen.findByText('No request was received in this time.')).toBeTruthy();
  });

  it('tells nothing of what has not happened, and leads nowhere for those who may not go there', async () => {
    const viewer = { id: 'stf_1', controller: 'club', permissions: ['figures.read'] };
    const service = new FakeService()
      .on('viewer', data('viewer', { viewer }))
      .on('figures', figuresOf([{ ...BARE, received: 1, open: 1 }]));
    openConsole('/club/overview', service);
    expect(await screen.findByText(/^None: every source/u)).toBeTruthy();
    expect(screen.queryByText('How long until an answer?')).toBeNull();
    expect([...document.querySelectorAll('.tile')].map(({ textContent }) => textContent)).toContain(
      'Decided in time–of 0 requests',
    );
    expect(screen.queryByRole('link', { name: '1' })).toBeNull();
  });
});

describe('figures', () => {
  it('are asked for from the first day of a month to the last of this one', () => {
    expect(lastMonths(3, new Date('2026-01-31T12:00:00Z'))).toEqual({ from: '2025-11-01', to: '2026-01-31' });
    expect(lastMonths(12, new Date('2028-02-10T12:00:00Z'))).toEqual({ from: '2027-03-01', to: '2028-02-29' });
  });

  it('are there for every month of the time, also where nothing was received', () => {
    const months = everyMonth([MONTH], { from: '2026-10-01', to: '2026-12-31' });
    expect(months.map(({ month, received }) => [month, received])).toEqual([
      ['2026-10', 0],
      ['2026-11', 10],
      ['2026-12', 0],
    ]);
  });

  it('are summed over months', () => {
    expect(sumOf([MONTH, MONTH])).toMatchObject({ received: 20, open: 6, decided: 12, automatic: 8 });
    expect(failingIn([MONTH, MONTH])).toEqual([['crm', 4]]);
    expect([percentOf(1, 3), percentOf(1, 0)]).toEqual([33, undefined]);
  });
});
