/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { FakeService, status } from '../testing/fake-service.js';
import { noteSaved } from '../testing/note-saved.js';
import { button, openConsole } from '../testing/open-console.js';
import { data } from '../testing/room-answers.js';

describe('the evidence of a request', () => {
  it.each([
    ['en', 'Signed file', 'To read and print', 'en'],
    ['fr', 'Fichier signé', 'À lire et imprimer', 'fr'],
  ])('is one click away on its page, in %s (LOG-05)', async (language, file, page, named) => {
    const saved = noteSaved();
    const { user, service } = openConsole('/club/requests/req_1', new FakeService(), { languages: [language] });
    await user.click(await button(file));
    await waitFor(() => {
      expect(saved).toEqual(['2026-0001-evidence.json']);
    });
    await user.click(await button(page));
    await waitFor(() => {
      expect(saved[1]).toBe(`2026-0001-evidence.${named}.html`);
    });
    expect(service.asked(`GET /requests/req_1/evidence.${named}.html`)[0]?.controller).toBe('club');
  });

  it('says why it cannot be had', async () => {
    const error = { code: 'NOT_FOUND', message: 'Nothing.' };
    const service = new FakeService().on('GET /requests/req_1/evidence.json', status(404, { error }));
    const { user } = openConsole('/club/audit?request=req_1', service);
    await user.click(await button('Signed file'));
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing.');
  });

  it('is of no request that there is not, and not for everybody', async () => {
    openConsole('/club/audit?request=req_9', new FakeService().on('evidence', data('evidence', { evidenceBundle: null })));
    expect(await screen.findByText('There is no such thing here.')).toBeTruthy();
  });
});
