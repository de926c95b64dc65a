/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { away, FakeService, fault, standing, status } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { DEADLINE_FACTS, LINE, requestOf, trailOf } from '../testing/sample-answers.js';
import { searchLines } from './search-lines.js';

const PAGE = '/club/requests/req_1';
const NEWS = { state: 'searching', version: 7, queued: 0, included: 0, complete: null, ledger: [], work: [] };
const part = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });
describe('the page of a request', () => {
  it('says by when it has to be answered, and why then (DLN-01, DLN-03)', async () => {
    const { deadlines } = DEADLINE_FACTS.request!;
    const dates = [{ ...deadlines.dates[0]!, isVerified: false }];
    const moved = { limit: '2026-12-03', notBefore: '2026-11-03T10:00:00Z', isExtended: true, pausedDays: 2 };
    const changed = { ...deadlines, ...moved, dates };
    openConsole(
      PAGE,
      new FakeService().on('deadlines', () => ({ data: { request: { id: 'req_1', deadlines: changed } } })),
    );
    expect((await screen.findByText('Last day by law')).parentElement?.textContent).toContain('3 Dec 2026');
    for (const text of [
      'Safe: 1 Dec 2026',
      'One month.',
      'Holidays: FR 1',
      /Extended/u,
      /not handed out before 3 Nov 2026/u,
      /stood still for 2 days/u,
      /check the date/u,
    ])
      expect(screen.getByText(text)).toBeTruthy();
  });

  it('shows the search as a grid, and says what a failure means', async () => {
    const failed = { ...LINE, collection: 'notes', outcome: 'failed', blocking: true, message: 'Timeout.', remedy: 'Mend it.' };
    const unknown = { ...LINE, collection: 'other', outcome: 'something-new' };
    openConsole(
      PAGE,
      new FakeService().on('request', () => requestOf({ ledger: [LINE, failed, unknown], complete: false })),
    );
    const search = await part('Search');
    const rows = within(search).getAllByRole('row');
    expect(rows[1]?.textContent).toContain('crm 3 collections, 1 incomplete');
    expect(rows[2]?.textContent).toMatch(/notesfailed.*stands in the way.*could not be read.*Timeout\. Mend it\./u);
    expect(rows.slice(2).map((row) => row.querySelector('th')?.textContent)).toEqual(['notes', 'contacts', 'other']);
    expect(search.textContent).toContain('3 collections, 1 incomplete');
    expect(search.textContent).toContain('something-new');
  });

  it('shows the gate as a list, and where the report can be seen', async () => {
    const places = [
      { source: 'crm', collection: 'contacts', field: 'notes', count: 4 },
      { source: 'crm', collection: 'calls', field: null, count: 1 },
    ];
    const reasons = [
      { code: 'third-party-data', what: 'Others are named.', remedy: 'Look.', count: 5, places },
      { code: 'incomplete', what: 'A source failed.', remedy: 'Mend it.', count: 1, places: [] },
    ];
    const gate = { release: 'dpo', answer: 'negative', reasons };
    const reportPreviews = [{ language: 'fr', form: 'html', path: '/requests/req_1/report/fr.html' }];
    openConsole(
      PAGE,
      new FakeService().on('gate', () => ({ data: { request: { id: 'req_1', gate, reportPreviews } } })),
    );
    const list = await part('Before the release');
    await within(list).findByText('Others are named.');
    expect(list.textContent).toContain('crm.contacts.notes: 4 · crm.calls: 1');
    expect(list.textContent).toContain('nothing is held');
    expect(within(list).getByRole('link', { name: 'HTML in Français' }).getAttribute('href')).toBe(
      '/requests/req_1/report/fr.html?controller=club',
    );
  });

  it('says of each part by itself that it is forbidden, failed, or not there yet', async () => {
    const service = new FakeService().on('trail', fault('FORBIDDEN')).on('people', fault('FORBIDDEN'));
    service.on('gate', fault('INTERNAL'), () => ({ data: { request: { id: 'req_1', gate: null, reportPreviews: [] } } }));
    const { user } = openConsole(PAGE, service);
    await within(await part('What happened')).findByText('Your role does not see this part.');
    await user.click(await within(await part('Before the release')).findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('The gate is judged once the answer is made.')).toBeTruthy();
  });

  it('tells what happened, by whom, the latest first, and more on demand', async () => {
    const entries = [
      { action: 'request.assembled', actorKind: 'system' },
      { action: 'something.new', actorKind: 'service', outcome: 'refused' },
      { action: 'request.open', actorKind: 'nobody' },
      { action: 'request.attest', actor: 'stf_2' },
      { action: 'request.start', actor: 'stf_9' },
    ];
    const service = new FakeService().on(
      'trail',
      () => trailOf(entries, 'c1'),
      () => trailOf([{ id: 'aud_9', action: 'request.pause' }]),
    );
    const { user } = openConsole(PAGE, service);
    const trail = await part('What happened');
    await user.click(await within(trail).findByRole('button', { name: 'Show earlier' }));
    await within(trail).findByText('paused');
    await waitFor(() => {
      const said = within(trail)
        .getAllByRole('listitem')
        .map((item) => item.querySelector('span')?.textContent);
      expect(said).toEqual([
        'answer made · the service',
        'something.new (refused) · a program',
        'request opened · somebody not signed in',
        'proof noted · Paul Other',
        'search started · stf_9',
        'paused · Paul Other',
      ]);
    });
  });

  it('says what went wrong', async () => {
    const problem = { errorClass: 'contract', message: 'It answers otherwise.', remedy: 'Look at it.' };
    openConsole(PAGE, standing('needs_attention', [], { problem, archive: null }));
    expect(await screen.findByText('It answers otherwise. Look at it.')).toBeTruthy();
    expect(await screen.findByText(/leaves nothing to do/u)).toBeTruthy();
  });

  it.each([
    ['is not there', () => ({ data: { request: null } })],
    ['is another controller’s', fault('NOT_FOUND')],
  ])('says so where the request %s', async (_what, answer) => {
    openConsole(PAGE, new FakeService().on('request', answer));
    expect(await screen.findByRole('heading', { name: 'There is no such request here.' })).toBeTruthy();
  });

  it('can be loaded again', async () => {
    const { user } = openConsole(
      PAGE,
      new FakeService().on('request', fault('INTERNAL'), () => requestOf()),
    );
    await user.click(await button('Try again'));
    expect(await screen.findByRole('heading', { name: '2026-0001' })).toBeTruthy();
  });
});

describe('news of a request', () => {
  it('fill the grid while it is read, and have the page asked for anew once it has changed', async () => {
    const { service } = openConsole(PAGE, standing('gathering', ['pause'], { ledger: [LINE] }));
    await part('Search');
    await waitFor(() => {
      expect(service.asked('GET /requests/req_1/events')).toHaveLength(1);
    });
    const before = service.asked('request').length;
    const collections = [{ source: 'crm', collection: 'contacts', outcome: 'partial', records: 41 }];
    service.tell({
      ...NEWS,
      work: [
        { kind: 'gather', progress: { collections } },
        { kind: 'mail', progress: null },
      ],
    });
    expect(await screen.findByText('41')).toBeTruthy();
    expect(await screen.findByText('Live')).toBeTruthy();
    await waitFor(() => {
      expect(service.asked('request').length).toBe(before + 1);
    });
    service.tell(NEWS);
    expect(await screen.findByText('3', { selector: 'td' })).toBeTruthy();
    expect(service.asked('request').length).toBe(before + 1);
  });

  it('are waited for while the service is away, and say so', async () => {
    const service = new FakeService().on('GET /requests/req_1/events', away);
    openConsole(PAGE, service);
    expect(await screen.findByText(/No live news/u)).toBeTruthy();
    await waitFor(() => {
      expect(service.asked('GET /requests/req_1/events').length).toBeGreaterThan(1);
    });
  });

  it('end where they are refused, and are asked for again after a sign-in', async () => {
    const service = new FakeService();
    service.on('GET /requests/req_1/events', status(401), status(404, { error: { code: 'NOT_FOUND', message: 'No.' } }));
    service.on('POST /session', () => ({ needs: 'second-factor', factors: ['totp'] }));
    const { user } = openConsole(PAGE, service);
    await user.type(await screen.findByLabelText('Login'), 'olga');
    await user.type(screen.getByLabelText('Password'), 'a password{Enter}');
    await user.type(await screen.findByLabelText('Code of your authenticator'), '123456{Enter}');
    await waitFor(() => {
      expect(service.asked('GET /requests/req_1/events')).toHaveLength(2);
    });
  });
});

it('lines of the grid are by source and collection, and what stands in the way comes first', () => {
  const lines = ['b', 'a'].map((collection) => ({ ...LINE, collection }));
  const found = searchLines([...lines, { ...LINE, collection: 'c', blocking: true }], []);
  expect(found.map(({ collection, matches }) => [collection, matches])).toEqual([['c', 2], ['a', 2], ['b', 2]]); // prettier-ignore
});
