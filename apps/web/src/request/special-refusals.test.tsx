/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { FakeService, refusal, standing } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { of, requestOf, trailOf } from '../testing/sample-answers.js';

const PAGE = '/club/requests/req_1';
const dialog = (): Promise<HTMLElement> => screen.findByRole('dialog');
const isDone = (name: string) => (): object => ({ data: { [name]: { __typename: 'Request', id: 'req_1', version: 9 } } });
/** What an officer may see of what was decided. */
const officer = (service: FakeService): FakeService =>
  service.on('viewer', () => ({
    data: { viewer: { id: 'stf_1', controller: 'club', permissions: ['request.read', 'request.refuse', 'match.read'] } },
  }));

describe('a refusal that is more than its reason', () => {
  it('says that another controller is meant, and whose data these are (INT-10)', async () => {
    const { user, service } = openConsole(PAGE);
    await user.click(await button('Another controller is meant'));
    const form = within(await dialog());
    expect(form.getByText(/nothing was passed on/u)).toBeTruthy();
    await user.click(form.getByRole('button', { name: 'Another controller is meant' }));
    expect(form.getByText('Say why.')).toBeTruthy();
    await user.type(form.getByLabelText(/^Whose data/u), ' The hostels are not ours. ');
    await user.click(form.getByRole('button', { name: 'Another controller is meant' }));
    expect(await screen.findByText('Done.')).toBeTruthy();
    const answer = { explanation: 'The hostels are not ours.' };
    expect(service.asked('answerWrongController').map(({ given }) => given)).toEqual([{ id: 'req_1', answer, seen: 7 }]);
  });

  it('keeps what was typed where somebody else was quicker, and tells what they did (INT-10)', async () => {
    const service = new FakeService().on(
      'answerWrongController',
      refusal('answerWrongController', 'CHANGED'),
      isDone('answerWrongController'),
    );
    const { user } = openConsole(PAGE, service);
    await user.click(await button('Another controller is meant'));
    const form = within(await dialog());
    await user.type(form.getByLabelText(/^Whose data/u), 'Not ours.');
    await user.type(form.getByLabelText('Who is meant'), 'Club North');
    service.on('request', () => requestOf({ version: 8 }));
    service.on('trail', () => trailOf([{ action: 'request.extend', actor: 'stf_2' }]));
    await user.click(form.getByRole('button', { name: 'Another controller is meant' }));
    expect(await form.findByText(/extended, by Paul Other/u)).toBeTruthy();
    expect(form.getByDisplayValue('Club North')).toBeTruthy();
    await user.click(form.getByRole('button', { name: 'Another controller is meant' }));
    expect(await screen.findByText('Done.')).toBeTruthy();
    const answer = { explanation: 'Not ours.', meantFor: 'Club North' };
    expect(service.asked('answerWrongController').at(-1)?.given).toEqual({ id: 'req_1', answer, seen: 8 });
  });

  it('shows that nobody can be identified, and what would help, which a source can be asked by (IDV-07)', async () => {
    const { user, service } = openConsole(PAGE, standing('ready', ['refuse'], { included: 0 }));
    await user.click(await button('Nobody can be identified'));
    const form = within(await dialog());
    await user.click(form.getByLabelText('name'));
    await user.click(form.getByRole('button', { name: 'Nobody can be identified' }));
    expect(form.getByText('Say why.')).toBeTruthy();
    expect(form.getByText(/^Choose one that a source/u)).toBeTruthy();
    await user.type(form.getByLabelText(/^What shows that/u), 'Forty people have this name.');
    await user.click(form.getByLabelText('number or id'));
    await user.click(form.getByLabelText('name'));
    await user.click(form.getByRole('button', { name: 'Nobody can be identified' }));
    expect(await screen.findByText('Done.')).toBeTruthy();
    const given = { demonstration: 'Forty people have this name.', wouldHelp: ['id'] };
    expect(service.asked('refuseUnidentifiable').map((call) => call.given)).toEqual([{ id: 'req_1', refusal: given, seen: 7 }]);
  });

  it('is not offered as nobody can be identified where records of the person were found (IDV-07)', async () => {
    openConsole(PAGE);
    await button('Another controller is meant');
    expect(screen.queryByRole('button', { name: 'Nobody can be identified' })).toBeNull();
  });
});

describe('what was decided of a request', () => {
  const decision = {
    event: 'refuse',
    reason: 'Not ours.',
    refusedAs: null,
    ground: null,
    lastRequestOn: null,
    meantFor: null,
    wouldHelp: [],
    by: 'stf_2',
  };

  it('says on which ground, who is meant, and what would help (INT-10, IDV-07)', async () => {
    const decisions = [
      { ...decision, at: '2026-11-03T10:00:00Z', refusedAs: 'wrong_controller', meantFor: 'Club North' },
      { ...decision, at: '2026-11-04T10:00:00Z', refusedAs: 'unidentifiable', wouldHelp: ['id', 'email'] },
      { ...decision, at: '2026-11-05T10:00:00Z', event: 'extend', reason: 'Three archives.' },
    ];
    openConsole(PAGE, officer(standing('refused', [])).on('decisions', of({ decisions })));
    const part = await screen.findByRole('region', { name: 'What was decided, and why' });
    for (const said of [
      'refused: another controller is meant Paul Other, ',
      'Who is meant: Club North',
      'nobody can be identified',
      'What would help: number or id, e-mail address',
      'extended Paul Other',
      'Three archives.',
    ])
      expect(part.textContent).toContain(said);
  });

  it('is not asked for by those who may not read it', async () => {
    const { service } = openConsole(PAGE);
    await button('Another controller is meant');
    expect(service.asked('decisions')).toHaveLength(0);
  });
});
