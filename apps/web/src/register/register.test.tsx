/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { FakeService, status } from '../testing/fake-service.js';
import { noteSaved } from '../testing/note-saved.js';
import { button, openConsole } from '../testing/open-console.js';
import { data, REGISTER, RULE } from '../testing/room-answers.js';

const ROOM = '/club/register';
const [ACTIVITY] = REGISTER.activities;
const [RECIPIENT] = REGISTER.recipients;
const withRegister = (changes: Partial<typeof REGISTER>): FakeService =>
  new FakeService().on('register', data('register', { register: { ...REGISTER, ...changes } }));

describe('the register', () => {
  it('says what is to be mended, worst first, with the remedy (PRF-03)', async () => {
    const lint = { id: 'A', article: 'Art. 6', text: 'Less grave.', remedy: 'Look.', path: 'a.b', line: 3, severity: 'warning' };
    const lints = [lint, { ...lint, id: 'B', severity: 'blocking', text: 'Grave.', line: null }];
    const gap = { path: 'activities.x', because: 'Nobody said.' };
    openConsole(ROOM, withRegister({ lints, assumptions: [gap], unstated: [gap, { path: 'c', because: null }] }));
    expect(await screen.findByText('2 findings')).toBeTruthy();
    expect(screen.getByText('Grave.').compareDocumentPosition(screen.getByText('Less grave.'))).toBe(4);
    expect(screen.getByText('1 assumption to be confirmed')).toBeTruthy();
    expect(screen.getByText('2 things that nobody states')).toBeTruthy();
  });

  it('tells activities in words, and what nobody states', async () => {
    const purposes = [
      { id: 'p', title: 'Odd', bases: ['novel'] },
      { id: 'q', title: 'Bare', bases: [] },
    ];
    const activities = [
      ACTIVITY!,
      { ...ACTIVITY!, id: 'b', title: 'Second', role: 'joint', purposes, subjects: [], systems: [] },
      { ...ACTIVITY!, id: 'c', title: 'Third', role: 'processor', purposes: [], recipients: null, retention: [] },
    ];
    openConsole(ROOM, withRegister({ activities }));
    expect((await screen.findAllByText('3 activities')).length).toBeGreaterThan(0);
    for (const said of ['joint controller', 'as a processor', 'no legal basis stated', 'novel', 'contract'])
      expect(screen.getAllByText(new RegExp(said, 'u')).length).toBeGreaterThan(0);
    expect(screen.getByText('Nobody states who receives the data of: Third.')).toBeTruthy();
  });

  it('pictures who receives what, and says the same in a table', async () => {
    const recipients = [
      RECIPIENT!,
      {
        ...RECIPIENT!,
        id: 'x',
        title: 'A very long name of somebody who receives data',
        name: null,
        role: 'novel',
        countries: ['worldwide'],
        safeguard: 'adequacy',
      },
      { ...RECIPIENT!, id: 'y', title: 'Third', name: null, countries: null, safeguard: 'novel' },
    ];
    const activities = [
      { ...ACTIVITY!, recipients: ['mailer', 'x', 'unknown'] },
      { ...ACTIVITY!, id: 'b', recipients: null },
    ];
    openConsole(ROOM, withRegister({ recipients, activities }));
    const picture = await screen.findByRole('img');
    expect(picture.querySelectorAll('path')).toHaveLength(2);
    expect([...picture.querySelectorAll('text')].map(({ textContent }) => textContent)).toContain(
      'A very long name of somebody who re…',
    );
    for (const said of ['France', 'anywhere', 'adequacy decision', 'of none', 'novel', 'Mailing services'])
      expect(screen.getAllByText(said).length).toBeGreaterThan(0);
  });

  it('compares how long what is kept', async () => {
    const retention = [
      RULE,
      {
        ...RULE,
        fields: ['Address'],
        period: '10 years',
        days: 3_653,
        then: 'archive',
        laws: ['Code de commerce'],
        isAssumed: true,
      },
      { ...RULE, period: null, days: null, from: null, criterion: 'as long as needed', then: null },
      { ...RULE, from: null, then: 'novel' },
    ];
    openConsole(
      ROOM,
      withRegister({
        activities: [
          { ...ACTIVITY!, retention },
          { ...ACTIVITY!, id: 'b', retention: [] },
        ],
        recipients: [],
      }),
    );
    await screen.findByText('10 years');
    const bars = [...document.querySelectorAll('.share .part-of')].map((bar) => Number.parseInt(bar.getAttribute('width') ?? ''));
    expect(bars).toEqual([20, 100, 20]);
    for (const said of ['Address', 'archived', 'Some of it longer, by Code de commerce', 'to be confirmed', 'as long as needed'])
      expect(screen.getByText(said)).toBeTruthy();
    expect(screen.getByText('The register names no recipient.')).toBeTruthy();
  });

  it('says that there is none, and how one comes', async () => {
    openConsole(ROOM, new FakeService().on('register', data('register', { register: null })));
    expect(await screen.findByText('There is no register here yet.')).toBeTruthy();
  });
});

describe('the register as a file', () => {
  it('is saved in the form that is asked for', async () => {
    const saved = noteSaved();
    const { user, service } = openConsole(ROOM);
    await user.click(await button('As ODS'));
    await waitFor(() => {
      expect(saved).toEqual(['club-register.ods']);
    });
    expect(service.asked('GET /register/ods')[0]?.controller).toBe('club');
  });

  it('may be refused, and then it says why', async () => {
    const error = { code: 'NOT_FOUND', message: 'No register.' };
    const { user } = openConsole(ROOM, new FakeService().on('GET /register/csv', status(404, { error })));
    await user.click(await button('As CSV'));
    expect((await screen.findByRole('alert')).textContent).toContain('No register.');
  });

  it('is asked for again after a sign-in, where the session was over', async () => {
    const { user, service } = openConsole(ROOM, new FakeService().on('GET /register/csv', status(401)));
    await user.click(await button('As CSV'));
    expect(await screen.findByRole('dialog', { name: 'Your session is over' })).toBeTruthy();
    expect(service.asked('GET /register/csv')).toHaveLength(1);
  });
});
