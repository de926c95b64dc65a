/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { fault, FakeService, refusal } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { CHECK, COLLECTION, data, FIELD, MAP, referencesOf, SOURCE } from '../testing/room-answers.js';
import { ROW } from '../testing/sample-answers.js';
import { byStanding, standingOf } from './standing.js';

const SOURCES = '/club/sources';
const FAILING = {
  ...SOURCE,
  id: 'shop',
  title: 'The shop',
  lastSearch: {
    at: '2026-11-21T09:00:00Z',
    collections: 2,
    troubles: [
      { collection: 'order', outcome: 'failed', message: 'It timed out.', remedy: null },
      { collection: 'cart', outcome: 'novel', message: null, remedy: null },
    ],
  },
};
const NEW = { ...SOURCE, id: 'new', title: 'The new one', lastCheck: null, lastSearch: null, coverage: null };
const permitted = (...permissions: string[]): FakeService =>
  new FakeService().on('viewer', data('viewer', { viewer: { id: 'stf_1', controller: 'club', permissions } }));

describe('the sources', () => {
  it('begin with those that need somebody, and say what was missing', async () => {
    openConsole(SOURCES, new FakeService().on('sources', data('sources', { sources: [SOURCE, NEW, FAILING] })));
    expect(await screen.findByText(/1 needs somebody/u)).toBeTruthy();
    const cards = screen.getAllByRole('listitem').filter((item) => item.className.startsWith('card'));
    expect(cards.map((card) => within(card).getByRole('heading').textContent)).toEqual(['The shop', 'The new one', 'The CRM']);
    expect(cards[0]?.textContent).toMatch(/Needs somebody.*order: failed It timed out\..*cart: novel/u);
    expect(cards[1]?.textContent).toMatch(/Not known.*Not yet.*No data map/u);
    expect(cards[2]?.textContent).toMatch(/Sound.*2 collections, nothing missing.*As the map says.*12 of 14/u);
  });

  it('are tested when they are asked to be, and say what is wrong and what to do', async () => {
    const problem = { errorClass: 'denied', message: 'No right to read.', remedy: 'Grant SELECT.' };
    const check = {
      ...CHECK,
      sound: false,
      readOnly: 'no',
      problem: { ...problem, message: 'Halfway gone.', remedy: null },
      collections: [
        { collection: 'contact', status: 'denied', problems: [problem] },
        { collection: 'other', status: 'novel', problems: [] },
      ],
      advice: [
        { collection: 'contact', text: 'An index helps.', ddl: 'CREATE INDEX' },
        { collection: null, text: 'Use a replica.', ddl: null },
      ],
    };
    const service = new FakeService().on('checkSource', data('checkSource', { checkSource: check }));
    const { user } = openConsole(SOURCES, service);
    await user.click(await button('Test the connection'));
    expect(await screen.findByText('It cannot be searched whole.')).toBeTruthy();
    expect(screen.getByText('Its account may write. Give it one that may only read.')).toBeTruthy();
    expect(screen.getByText('Grant SELECT.')).toBeTruthy();
    expect(screen.getByText('other: novel')).toBeTruthy();
    expect(screen.getByText('2 pieces of advice')).toBeTruthy();
    expect(service.asked('sources').length).toBeGreaterThan(1);
  });

  it('say where a test was refused', async () => {
    const { user } = openConsole(SOURCES, new FakeService().on('checkSource', refusal('checkSource', 'NOT_FOUND')));
    await user.click(await button('Test the connection'));
    expect((await screen.findByRole('alert')).textContent).toContain('There is no such thing here.');
  });

  it('say that nothing is connected, and who connects something', async () => {
    openConsole(SOURCES, new FakeService().on('sources', data('sources', { sources: [] })));
    expect(await screen.findByText('No source is connected yet.')).toBeTruthy();
  });

  it('are not for everybody, and can be asked for again where they could not be loaded', async () => {
    openConsole(SOURCES, permitted('request.read').on('sources', fault('FORBIDDEN')));
    expect(await screen.findByText('Your role does not see this.')).toBeTruthy();
  });

  it('can be asked for again where they could not be loaded', async () => {
    const service = new FakeService().on('sources', fault('INTERNAL'), data('sources', { sources: [SOURCE] }));
    const { user } = openConsole(SOURCES, service);
    await user.click(await button('Try again'));
    expect(await screen.findByText('The CRM')).toBeTruthy();
  });

  it('offer only what is permitted', async () => {
    openConsole(SOURCES, permitted('source.read'));
    await screen.findByText('The CRM');
    expect(screen.queryByRole('button', { name: 'Test the connection' })).toBeNull();
    expect(screen.queryByText('Register and sources compared')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Audit trail' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Settings' })).toBeTruthy();
  });

  it('are compared with the register, worst first (PRF-02)', async () => {
    const finding = { code: 'A', article: 'Art. 30', source: 'crm', collection: 'contact', field: 'x', activity: null };
    const drift = [
      { ...finding, severity: 'warning', what: 'A lesser thing.', remedy: 'Look.' },
      { ...finding, source: null, field: null, severity: 'blocking', what: 'A grave thing.', remedy: 'Mend.' },
    ];
    const service = new FakeService().on('drift', data('drift', { register: { id: 'club', drift } }));
    const { user } = openConsole(SOURCES, service);
    await user.click(await button('Compare now'));
    expect(await screen.findByText('2 differences')).toBeTruthy();
    expect(screen.getByText('A grave thing.').compareDocumentPosition(screen.getByText('A lesser thing.'))).toBe(4);
  });

  it.each([
    [{ id: 'club', drift: [] }, 'Register and sources are the same.'],
    [null, 'There is no register here to compare with.'],
  ])('say so where the comparison brought nothing', async (register, said) => {
    const { user } = openConsole(SOURCES, new FakeService().on('drift', data('drift', { register })));
    await user.click(await button('Compare now'));
    expect(await screen.findByText(said)).toBeTruthy();
  });

  it('tell what a search of one request would cost', async () => {
    const planned = {
      source: 'crm',
      collection: 'contact',
      reach: 'search',
      calls: 2,
      rowsToScan: null,
      message: null,
      remedy: null,
    };
    const plan = [planned, { ...planned, collection: 'log', reach: 'odd', calls: null, rowsToScan: 1_200, message: 'No index.' }];
    const { user } = openConsole(SOURCES, new FakeService().on('cost', data('cost', { plan })));
    await user.selectOptions(await screen.findByLabelText('For which request'), ROW.reference);
    expect((await screen.findByText(/2 queries/u)).textContent).toBe('2 queries · 1,200 rows read whole for want of an index');
    expect(screen.getByText('searched directly')).toBeTruthy();
    expect(screen.getByText('No index.')).toBeTruthy();
  });

  it('cannot tell it where no request is open', async () => {
    openConsole(SOURCES, new FakeService().on('references', referencesOf([])));
    expect(await screen.findByText('There is no open request to reckon with.')).toBeTruthy();
  });
});

describe('how a source stands', () => {
  const check = { at: '2026-11-20T09:00:00Z', sound: true, drifted: 0 };

  it.each([
    [{ lastCheck: null, lastSearch: null }, 'unknown'],
    [{ lastCheck: check, lastSearch: null }, 'sound'],
    [{ lastCheck: { ...check, sound: false }, lastSearch: null }, 'failing'],
    [{ lastCheck: { ...check, drifted: 2 }, lastSearch: null }, 'warning'],
    [{ lastCheck: null, lastSearch: SOURCE.lastSearch }, 'sound'],
    [{ lastCheck: check, lastSearch: FAILING.lastSearch }, 'failing'],
  ] as const)('follows from its last look and its last search: %j', (source, standing) => {
    expect(standingOf(source)).toBe(standing);
  });

  it('keeps the order of those that stand alike', () => {
    expect(byStanding([SOURCE, { ...SOURCE, id: 'b' }]).map(({ id }) => id)).toEqual(['crm', 'b']);
  });
});

describe('what a source holds', () => {
  it('is told in words, with its file beside it', async () => {
    const fields = [
      FIELD,
      { ...FIELD, name: 'hash', title: 'hash', isSecret: true, category: null, identifies: null, origin: null },
      {
        ...FIELD,
        name: 'note',
        title: 'Note',
        description: 'What was said.',
        isFreeText: true,
        isThirdParty: true,
        isSpecial: true,
        category: null,
      },
      { ...FIELD, name: 'odd', title: 'Odd', origin: 'novel', identifies: 'novel' },
    ];
    const references = [
      { name: 'owner', to: 'person', isOwned: true, shows: [] },
      { name: 'club', to: 'club', isOwned: false, shows: ['name'] },
    ];
    const collections = [
      { ...COLLECTION, fields, references, gaps: ['Mail is missing.'] },
      {
        ...COLLECTION,
        name: 'job',
        title: 'job',
        description: null,
        activity: null,
        isSearched: false,
        because: 'Technical.',
        isLog: true,
        fields: [],
      },
      { ...COLLECTION, name: 'idle', isSearched: false },
    ];
    const unmapped = [{ table: 'cache', because: 'Nobody in it.' }];
    openConsole(
      `${SOURCES}/crm`,
      new FakeService().on('dataMap', data('dataMap', { dataMap: { ...MAP, collections, unmapped } })),
    );
    expect(await screen.findByText('3 collections · 4 fields · 1 has no category')).toBeTruthy();
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('The CRM');
    for (const said of [
      'never read',
      'free text',
      'somebody else’s data',
      'special category (Art. 9, 10)',
      'Mail is missing.',
      'none given',
    ])
      expect(screen.getByText(said)).toBeTruthy();
    expect(screen.getAllByText('Email Address').length).toBeGreaterThan(0);
    expect(screen.getByText('Belongs to person: it is handed over with it.')).toBeTruthy();
    expect(screen.getByText(/Shown of it: name\./u)).toBeTruthy();
    expect(screen.getByText('Not searched: Technical.')).toBeTruthy();
    expect(screen.getByText('No activity of the register is assigned to it.')).toBeTruthy();
    expect(screen.getByText('Nobody in it.')).toBeTruthy();
    expect(screen.getByText('dataMap: 1')).toBeTruthy();
  });

  it('is told as far as it is known', async () => {
    const problem = { errorClass: 'unreachable', message: 'It is away.', remedy: 'Start it.' };
    const dataMap = { ...MAP, collections: [], yaml: null, file: null, problem };
    openConsole(`${SOURCES}/gone`, new FakeService().on('dataMap', data('dataMap', { dataMap })));
    expect(await screen.findByText('Nothing is known of what it holds.')).toBeTruthy();
    expect(screen.getByText('Its connector could not tell what it holds.')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('gone');
  });
});

describe('the way to the rooms', () => {
  it('is folded away behind a button, until it is wanted, and again once somebody has gone somewhere', async () => {
    const { user } = openConsole(SOURCES);
    const menu = await button('Menu');
    await user.click(menu);
    expect(menu.getAttribute('aria-expanded')).toBe('true');
    await user.keyboard('{Escape}');
    expect(menu.getAttribute('aria-expanded')).toBe('false');
    await user.click(menu);
    await user.click(await screen.findByRole('link', { name: 'Settings' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy();
    expect(menu.getAttribute('aria-expanded')).toBe('false');
    expect(screen.getByRole('link', { name: 'Settings' }).getAttribute('aria-current')).toBe('page');
  });
});
