/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { away, FakeService, fault, status } from '../testing/fake-service.js';
import { openConsole } from '../testing/open-console.js';
import { data } from '../testing/room-answers.js';

const permitted = (...permissions: readonly string[]): FakeService =>
  new FakeService().on('viewer', data('viewer', { viewer: { id: 'stf_1', controller: 'club', permissions } }));

describe('whoever signs in', () => {
  it.each([
    ['an officer', ['request.read', 'figures.read'], 'Requests'],
    ['an auditor', ['audit.read', 'figures.read'], 'Overview'],
    ['an administrator of sources', ['source.read'], 'Sources'],
    ['somebody without a permission', [], 'Settings'],
  ])('begins in the first room that is of use: %s', async (_who, permissions, room) => {
    openConsole('/', permitted(...permissions));
    expect((await screen.findByRole('heading', { level: 1, name: room })).textContent).toBe(room);
    expect(screen.queryAllByRole('link', { name: 'Requests' })).toHaveLength(room === 'Requests' ? 1 : 0);
  });

  it('is told why the way in cannot be found, which is looked for again while the service is away', async () => {
    const broken = status(200, { errors: [{ message: 'Oh.', extensions: { code: 'INTERNAL' } }] });
    openConsole('/', new FakeService().on('viewer', broken));
    expect(await screen.findByText('This could not be loaded.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('sees that the first room is on its way while the service does not answer', async () => {
    openConsole('/', permitted('audit.read').on('viewer', away));
    expect(await screen.findByText(/^The service does not answer/u)).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Habeas console');
  });

  it.each([
    ['the requests', '/club/requests', 'inbox'],
    ['a request', '/club/requests/req_1', 'request'],
    ['the people', '/club/people', 'staff'],
  ])('is told that their role does not see %s, and is not offered to try again', async (_what, path, name) => {
    openConsole(path, permitted().on(name, fault('FORBIDDEN')));
    expect(await screen.findByText('Your role does not see this.')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});
