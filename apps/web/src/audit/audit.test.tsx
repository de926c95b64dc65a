/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeService, fault } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { auditOf, data, referencesOf } from '../testing/room-answers.js';
import { ROW } from '../testing/sample-answers.js';

const AUDIT = '/club/audit';
const VERDICT = {
  holds: true,
  at: '2026-11-20T09:00:00Z',
  entries: 12,
  head: 'abc',
  fault: null,
  line: null,
  checkpoints: 2,
  unsigned: 0,
};

describe('the audit trail', () => {
  it('says in words what was done by whom, and what was noted', async () => {
    const entries = [
      {},
      { action: 'novel.act', objectType: 'novel', outcome: 'refused', actorKind: 'system', sequence: null },
      { objectType: 'request', object: 'req_1', action: 'request.open' },
      { objectType: 'trail', object: 'trail', action: 'audit.verify' },
      { objectType: 'request', object: '*', action: 'audit.read' },
    ];
    openConsole(AUDIT, new FakeService().on('audit', auditOf(entries)));
    await screen.findAllByText('Paul Other');
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows[1]).toMatch(/source tested.*Paul Other.*source crm.*Entry 7.*sound.*true.*note.*text/u);
    expect(rows[2]).toMatch(/novel\.act \(refused\).*the service.*novel crm.*no number yet/u);
    expect(screen.getByRole('link', { name: 'only this one' }).getAttribute('href')).toBe('/console/club/audit?request=req_1');
    expect(screen.getByRole('link', { name: 'request' }).getAttribute('href')).toBe('/console/club/requests/req_1');
  });

  it('names requests without leading to them for those who may not see them', async () => {
    const viewer = { id: 'stf_1', controller: 'club', permissions: ['audit.read'] };
    const service = new FakeService()
      .on('viewer', data('viewer', { viewer }))
      .on('audit', auditOf([{ objectType: 'request', object: 'req_1' }]));
    openConsole(`${AUDIT}?request=2026-0001`, service);
    await screen.findByRole('link', { name: 'only this one' });
    expect(screen.queryByRole('link', { name: 'request' })).toBeNull();
    expect(service.asked('audit')[0]?.given['request']).toBe('2026-0001');
  });

  it('is a list that its address describes', async () => {
    const { user, service } = openConsole(AUDIT);
    await user.selectOptions(await screen.findByLabelText('What was done'), 'source.check');
    await waitFor(() => {
      expect(window.location.search).toBe('?action=source.check');
    });
    await user.type(screen.getByLabelText('Request: its reference or its id'), `${ROW.reference}{Enter}`);
    await waitFor(() => {
      expect(service.asked('audit').at(-1)?.given).toMatchObject({ action: 'source.check', request: ROW.id });
    });
    expect(window.location.search).toBe(`?action=source.check&request=${ROW.reference}`);
  });

  it('keeps an action that it has no word for', async () => {
    openConsole(`${AUDIT}?action=novel.act`);
    const choice = await screen.findByLabelText<HTMLSelectElement>('What was done');
    expect([choice.value, within(choice).getByText('novel.act').tagName]).toEqual(['novel.act', 'OPTION']);
  });

  it('says that no request has this reference', async () => {
    const none = new FakeService().on('references', referencesOf([]));
    openConsole(`${AUDIT}?request=2026-9999`, none);
    expect(await screen.findByText('There is no request of that reference here.')).toBeTruthy();
    expect(none.asked('audit')).toHaveLength(0);
  });

  it('says that nothing fits', async () => {
    openConsole(AUDIT, new FakeService().on('audit', auditOf([])));
    expect(await screen.findByText('No entry fits.')).toBeTruthy();
  });

  it('goes back page by page, and is looked at again only when that is asked for', async () => {
    const service = new FakeService().on('audit', auditOf([{}], 'c1'), fault('INTERNAL'), auditOf([{ id: 'aud_z' }]));
    const { user } = openConsole(AUDIT, service);
    await user.click(await button('Show earlier'));
    expect((await screen.findByRole('alert')).textContent).toContain('should not have');
    await user.click(await button('Look again'));
    await waitFor(() => {
      expect(service.asked('audit')).toHaveLength(3);
    });
  });

  it.each([
    [VERDICT, /The chain holds: 12 entries\..*2 signed checkpoints.*abc/u],
    [{ ...VERDICT, entries: null, checkpoints: 1 }, /The chain holds: 0 entries\..*It agrees with 1 signed checkpoint/u],
    [
      { ...VERDICT, holds: false, head: null, fault: 'changed', line: 9, unsigned: 1 },
      /from entry 9 on.*changed after it was written.*earlier key/u,
    ],
    [{ ...VERDICT, holds: false, fault: 'novel', line: null }, /from entry 0 on.*novel/u],
  ])('is verified from end to end when that is asked for (R82): %#', async (trailVerdict, said) => {
    const { user } = openConsole(AUDIT, new FakeService().on('verdict', data('verdict', { trailVerdict })));
    await user.click(await button('Verify the chain'));
    expect((await screen.findByText(/The chain/u)).closest('.check')?.textContent).toMatch(said);
  });
});
