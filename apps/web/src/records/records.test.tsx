/** @jest-environment jsdom */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeService, fault, refusal } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { asked, card, measured, PAGE, records, waiting } from '../testing/sample-records.js';
import { piecesOf, textOf } from './value-text.js';

const { measure, forget } = measured();
beforeAll(measure);
afterAll(forget);

describe('the records of a collection', () => {
  it('are laid out and asked for only where somebody looks, of a hundred thousand', async () => {
    const { user, service } = openConsole(PAGE, waiting());
    const first = await card(0);
    expect(within(first).getByText('Called with', { exact: false }).querySelector('mark')?.textContent).toBe('Paul Other');
    expect(first.textContent).toContain('Found by an identifier of the person itself.');
    expect((await card(1)).textContent).toContain('Reached from: contacts 12 → notes.contact');
    expect(screen.getAllByRole('article').length).toBeLessThan(20);
    expect(asked(service)).toEqual([null]);
    first.focus();
    await user.keyboard('{PageDown}');
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-posinset')).toBe('2');
    });
    await user.keyboard('k');
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-posinset')).toBe('1');
    });
    const feed = screen.getByRole('feed');
    feed.scrollTop = 50_000 * 220;
    fireEvent.scroll(feed);
    expect(await screen.findAllByText('Loading …', { selector: 'h2' })).not.toHaveLength(0);
    expect((await screen.findAllByRole('article', { name: /^Record (?:49|50)\d{3} / })).length).toBeGreaterThan(0);
    expect(asked(service).length).toBeLessThan(5);
    expect(screen.getAllByRole('article').length).toBeLessThan(20);
  });

  it('mask special categories until they are asked for, which is another look (SPC-03)', async () => {
    const { user, service } = openConsole(PAGE, waiting());
    expect((await card(0)).textContent).toContain('masked: special category');
    await user.click(await button('Show special categories'));
    await waitFor(async () => {
      expect((await card(0)).textContent).toContain('kosher');
    });
    expect(service.asked('records').map(({ given }) => given['unmask'])).toEqual([false, true]);
    await user.click(await button('Hide special categories again'));
    await waitFor(async () => {
      expect((await card(0)).textContent).not.toContain('kosher');
    });
  });

  it('are not shown without a fresh proof, and can be asked for again', async () => {
    const { user } = openConsole(PAGE, waiting().on('records', refusal('findings', 'STEP_UP_REQUIRED'), records));
    await user.click(
      within(await screen.findByRole('dialog', { name: 'Confirm that it is you' })).getByRole('button', { name: 'Cancel' }),
    );
    expect(await screen.findByText(/after a fresh proof that it is you only/u)).toBeTruthy();
    await user.click(await button('Try again'));
    expect(await card(0)).toBeTruthy();
  });

  it('say that there are none, and that they could not be loaded', async () => {
    const none = () => ({ data: { findings: { __typename: 'FindingConnection', edges: [], totalCount: 0 } } });
    const { user } = openConsole(PAGE, waiting().on('records', fault('INTERNAL'), none));
    expect(await screen.findByText('The records could not be loaded.')).toBeTruthy();
    await user.click(await button('Try again'));
    expect(await screen.findByText('There is no record here.')).toBeTruthy();
  });

  it('belong to a request that may not be there, or not be loaded', async () => {
    openConsole(
      PAGE,
      new FakeService().on('request', () => ({ data: { request: null } })),
    );
    expect(await screen.findByRole('heading', { name: 'There is no such request here.' })).toBeTruthy();
  });

  it('wait until the request can be loaded', async () => {
    const { user, service } = openConsole(PAGE, waiting().on('request', fault('INTERNAL')));
    service.on('records', records);
    expect(await screen.findByText('The request could not be loaded.')).toBeTruthy();
    await user.click(await button('Try again'));
    expect(await screen.findByText('The request could not be loaded.')).toBeTruthy();
  });
});

it('a value is its text, or what JSON makes of it', () => {
  expect([textOf('"<b>Ann</b>"'), textOf('12.50'), textOf('{"a":1}')]).toEqual(['<b>Ann</b>', '12.5', '{\n "a": 1\n}']);
});

it('a text is cut at every stretch of others, and nothing of it is lost', () => {
  const pieces = piecesOf('Paul and Ann', [{ start: 0, end: 4 }]);
  expect(pieces.map(({ text, isOther }) => [text, isOther])).toEqual([['Paul', true], [' and Ann', false]]); // prettier-ignore
  expect(piecesOf('Ann', [])).toHaveLength(1);
});
