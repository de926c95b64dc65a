/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeService, fault, refusal, status } from '../testing/fake-service.js';
import { noteSaved } from '../testing/note-saved.js';
import { button, openConsole } from '../testing/open-console.js';
import { data, RECEIVED } from '../testing/room-answers.js';

const DELETE = 'Delete what union sent: tra_7';
const permitted = (...permissions: readonly string[]): FakeService =>
  new FakeService().on('viewer', data('viewer', { viewer: { id: 'stf_1', controller: 'club', permissions } }));
const deleting = (): HTMLElement => screen.getByRole('dialog', { name: DELETE });

describe('what other controllers have sent (DEL-04)', () => {
  it('is listed with who sent it, when it goes, and what shows that it is the same', async () => {
    const small = { ...RECEIVED, id: 'rcv_2', offered: 'tra_8', bytes: '1500' };
    const service = new FakeService().on(
      'receivedTransmissions',
      data('receivedTransmissions', { receivedTransmissions: [RECEIVED, small] }),
    );
    const { user } = openConsole('/club/requests', service);
    await user.click(await screen.findByRole('link', { name: 'Received data' }));
    await screen.findByRole('table', { name: 'Received data' });
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows[1]).toMatch(/union.*tra_7.*SHA-256 ab12.*20 Nov 2026.*20 Dec 2026.*1\.8 MB/u);
    expect(rows[2]).toMatch(/tra_8.*2 kB/u);
  });

  it('is saved as a file, and said why where that is not possible', async () => {
    const saved = noteSaved();
    const error = { code: 'NOT_FOUND', message: 'Nothing.' };
    const service = new FakeService().on('GET /transmissions/rcv_1', status(200), status(404, { error }));
    const { user } = openConsole('/club/received', service);
    await user.click(await button('Save the file of union: tra_7'));
    await waitFor(() => {
      expect(saved).toEqual(['received-union-tra_7.zip']);
    });
    expect(service.asked('GET /transmissions/rcv_1')[0]?.controller).toBe('club');
    await user.click(await button('Save the file of union: tra_7'));
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing.');
  });

  it('is deleted for good, once that is said to be meant', async () => {
    const done = data('deleteReceivedTransmission', {
      deleteReceivedTransmission: { __typename: 'ReceivedTransmission', id: 'rcv_1' },
    });
    const service = new FakeService()
      .on('deleteReceivedTransmission', refusal('deleteReceivedTransmission', 'NOT_FOUND'), done)
      .on(
        'receivedTransmissions',
        data('receivedTransmissions', { receivedTransmissions: [RECEIVED] }),
        data('receivedTransmissions', { receivedTransmissions: [RECEIVED] }),
        data('receivedTransmissions', { receivedTransmissions: [] }),
      );
    const { user } = openConsole('/club/received', service);
    await user.click(await button(DELETE));
    expect(within(deleting()).getByText(/^It is deleted for good: nobody can bring it back/u)).toBeTruthy();
    await user.click(within(deleting()).getByRole('button', { name: 'Cancel' }));
    expect(service.asked('deleteReceivedTransmission')).toHaveLength(0);
    await user.click(await button(DELETE));
    await user.click(within(deleting()).getByRole('button', { name: 'Delete for good' }));
    expect((await within(deleting()).findByRole('alert')).textContent).toContain('There is no such thing here.');
    await user.click(within(deleting()).getByRole('button', { name: 'Delete for good' }));
    expect(await screen.findByText('Nothing is here.')).toBeTruthy();
    expect(service.asked('deleteReceivedTransmission')[1]?.given).toEqual({ id: 'rcv_1' });
  });

  it('is looked at alone by those who may not have it', async () => {
    openConsole('/club/received', permitted('received.read'));
    expect(await screen.findByText('A data protection officer can save and delete what has come.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(?:Save|Delete)/u })).toBeNull();
  });

  it.each([
    ['received.download', 'Save the file of union: tra_7'],
    ['received.delete', DELETE],
  ])('is what each permission allows: %s', async (permission, name) => {
    openConsole('/club/received', permitted('received.read', permission));
    expect(await button(name)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^(?:Save|Delete)/u })).toHaveLength(1);
  });

  it('is no room of those who do not see it', async () => {
    openConsole('/club/received', permitted('audit.read').on('receivedTransmissions', fault('FORBIDDEN')));
    expect(await screen.findByText('Your role does not see this.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Received data' })).toBeNull();
  });
});
