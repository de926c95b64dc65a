/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeService } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { of, requestOf } from '../testing/sample-answers.js';

const PAGE = '/club/requests/req_1';
const ORDERS = { source: 'crm', collection: 'order', title: 'Orders', records: 4, files: 0, standing: 'needed', needed: 4 };
const NOTES = { ...ORDERS, collection: 'note', title: 'Notes', standing: 'unruled', needed: 0 };
const PART = { purpose: 'estate_settlement', isRuled: false, collections: [ORDERS, NOTES], rulings: [] };
const RULING = { isNeeded: true, places: [{ source: 'crm', collection: 'order', recordId: null }], reason: 'What is owed.' };

function heir(part: object | null = {}, request: Parameters<typeof requestOf>[0] = {}): FakeService {
  const heirPart = part === null ? null : { ...PART, ...part };
  return new FakeService().on('request', () => requestOf({ isForHeir: true, ...request })).on('heirPart', of({ heirPart }));
}
const dialog = async () => within(await screen.findByRole('dialog'));
const given = (service: FakeService) => service.asked('ruleForPurpose').map((each) => each.given);
const isClosed = (): Promise<void> =>
  waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });

describe('what an heir has (PER-05)', () => {
  it('is told by collection, with who ruled it and why', async () => {
    const who = { by: 'stf_2', at: '2026-11-10T10:00:00Z' };
    const single = { ...RULING, ...who, isNeeded: false, places: [{ source: 'crm', collection: 'order', recordId: '12' }] };
    const nothing = { ...RULING, ...who, isNeeded: false, places: [], reason: 'All is settled.' };
    openConsole(PAGE, heir({ isRuled: true, rulings: [{ ...RULING, ...who }, single, nothing] }));
    expect(await screen.findByText('To settle the estate.')).toBeTruthy();
    expect(screen.getByText(/Everything else stays out/u)).toBeTruthy();
    expect(screen.getByRole('row', { name: 'Orders crm needed 4 of 4' })).toBeTruthy();
    expect(screen.getByRole('row', { name: 'Notes crm not ruled: stays out 0 of 4' })).toBeTruthy();
    expect(screen.getByText(/crm\.order 12/u)).toBeTruthy();
    expect(screen.getByText(/everything that was found/u)).toBeTruthy();
  });

  it('is ruled by collections with a reason, and asks for both', async () => {
    const { user, service } = openConsole(PAGE, heir());
    await user.click(await button('Rule what the purpose needs'));
    const form = await dialog();
    const send = () => user.click(form.getByRole('button', { name: 'Save the ruling' }));
    await send();
    expect(form.getByText('Choose at least one.')).toBeTruthy();
    expect(form.getByText('Give the reason.')).toBeTruthy();
    await user.click(form.getByLabelText('Orders (crm)'));
    await user.click(form.getByLabelText('Notes (crm)'));
    expect(form.queryByLabelText('Only this record of it')).toBeNull();
    await user.type(form.getByLabelText('Why the purpose needs it, or does not'), ' What is owed. ');
    await send();
    await isClosed();
    const places = ['order', 'note'].map((collection) => ({ source: 'crm', collection }));
    const ruling = { purpose: 'estate_settlement', isNeeded: true, places, reason: 'What is owed.' };
    expect(given(service)).toEqual([{ id: 'req_1', ruling, seen: 7 }]);
  });

  it('is ruled by a single record, or that nothing is needed', async () => {
    const { user, service } = openConsole(PAGE, heir());
    await user.click(await button('Rule what the purpose needs'));
    let form = await dialog();
    await user.selectOptions(form.getByLabelText('What you rule'), 'This is not needed');
    await user.click(form.getByLabelText('Orders (crm)'));
    await user.type(form.getByLabelText('Only this record of it'), '12');
    await user.type(form.getByLabelText('Why the purpose needs it, or does not'), 'A gift.');
    await user.click(form.getByRole('button', { name: 'Save the ruling' }));
    await isClosed();
    await user.click(await button('Rule what the purpose needs'));
    form = await dialog();
    await user.selectOptions(form.getByLabelText('What you rule'), 'Nothing at all is needed');
    expect(form.queryByLabelText('Orders (crm)')).toBeNull();
    await user.type(form.getByLabelText('Why the purpose needs it, or does not'), 'All is settled.');
    await user.click(form.getByRole('button', { name: 'Save the ruling' }));
    await isClosed();
    expect(given(service).map((each) => each['ruling'])).toMatchObject([
      { isNeeded: false, places: [{ source: 'crm', collection: 'order', recordId: '12' }] },
      { isNeeded: false, places: [] },
    ]);
  });

  it('is not ruled before a purpose is accepted, nor once it went out, and is no part of other requests', async () => {
    openConsole(PAGE, heir({ purpose: null }));
    expect(await screen.findByText(/Nobody has accepted yet/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Rule what the purpose needs' })).toBeNull();
  });

  it('is seen and not changed once it went out', async () => {
    openConsole(PAGE, heir({ collections: [] }, { state: 'released' }));
    expect(await screen.findByText(/It is not ruled/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Rule what the purpose needs' })).toBeNull();
  });

  it('says where nothing is known of it', async () => {
    openConsole(PAGE, heir(null));
    expect(await screen.findByText('Nothing is known of it.')).toBeTruthy();
  });
});
