/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { FakeService } from '../testing/fake-service.js';
import { openConsole } from '../testing/open-console.js';
import { inboxOf } from '../testing/sample-answers.js';

const told = (data: object) => (): unknown => ({ data });
const settings = { id: 'club', name: 'The Club', contact: 'privacy@example.org', officer: null, phoneRegion: 'FR', signs: true };
const sound = {
  id: 'crm',
  title: 'Members',
  connector: 'sqlite',
  connectorVersion: '0.1.0',
  lastCheck: { at: '2026-11-02T10:00:00Z', sound: true },
};

/** A service without a request, for somebody who may do this. */
const empty = (permissions: readonly string[]): FakeService =>
  new FakeService()
    .on('viewer', told({ viewer: { id: 'stf_1', controller: 'club', permissions } }))
    .on('inbox', () => inboxOf([]))
    .on('register', told({ register: null }));

describe('the first steps', () => {
  it.each([
    [settings, [sound], 1],
    [{ ...settings, officer: 'dpo@example.org' }, [], 1],
    [{ ...settings, officer: 'dpo@example.org' }, [{ ...sound, lastCheck: null }, sound], 2],
  ])('say what is done, what is left, and in which file it is written', async (given, sources, done) => {
    const service = empty(['request.read', 'settings.read', 'source.read']);
    service.on('settings', told({ settings: given, webhookEndpoints: [] })).on('sources', told({ sources }));
    openConsole('/club/requests', service);
    expect(await screen.findByText('Connect a first source')).toBeTruthy();
    expect(screen.getAllByText('done')).toHaveLength(done);
    expect(screen.getByRole('link', { name: 'See the sources' }).getAttribute('href')).toBe('/console/club/sources');
    expect(screen.getByText(/in the file of club: subjects read them/u)).toBeTruthy();
  });

  it('are not for who may not see the settings', async () => {
    openConsole('/club/requests', empty(['request.read']));
    expect(await screen.findByText('There is no request yet.')).toBeTruthy();
    expect(screen.queryByText('Connect a first source')).toBeNull();
  });
});
