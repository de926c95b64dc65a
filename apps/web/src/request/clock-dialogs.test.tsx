/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeService, refusal, standing } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { of, requestOf, trailOf } from '../testing/sample-answers.js';

const PAGE = '/club/requests/req_1';
const OPEN = { questions: [{ id: 'q1', isOpen: true }] };
const dialog = (): Promise<HTMLElement> => screen.findByRole('dialog');

describe('what can be done about the dates of a request', () => {
  it('is to take longer, for a reason of the law and with the notice that was sent (DLN-05, DLN-11)', async () => {
    const { user, service } = openConsole(PAGE);
    await user.click(await button('Take longer'));
    const form = within(await dialog());
    await user.click(form.getByRole('button', { name: 'Take longer' }));
    expect(form.getByText('Say why.')).toBeTruthy();
    expect(form.getByText('Choose a day.')).toBeTruthy();
    await user.selectOptions(form.getByLabelText('What makes it complex'), 'Sources that lie far apart');
    await user.type(form.getByLabelText('What the notice says'), ' Three archives. ');
    await user.type(form.getByLabelText(/promises the answer by/u), '2027-01-20');
    await user.click(form.getByRole('button', { name: 'Take longer' }));
    expect(await screen.findByText('Done.')).toBeTruthy();
    const extension = { reason: 'scattered_sources', notice: { explanation: 'Three archives.', promisedOn: '2027-01-20' } };
    expect(service.asked('extend').map(({ given }) => given)).toEqual([{ id: 'req_1', extension, seen: 7 }]);
  });

  it('is to ask the subject who they are, or what they mean (DLN-07)', async () => {
    const { user, service } = openConsole(PAGE);
    await user.click(await button('Ask the subject'));
    const form = within(await dialog());
    await user.click(form.getByRole('button', { name: 'Ask the subject' }));
    expect(form.getByText('Say why.')).toBeTruthy();
    await user.selectOptions(form.getByLabelText('What makes it doubtful'), 'Somebody else sent it');
    await user.type(form.getByLabelText(/The question, and why/u), 'Who are you?');
    await user.click(form.getByRole('button', { name: 'Ask the subject' }));
    expect(await screen.findByText('Done.')).toBeTruthy();
    await user.click(await button('Ask the subject'));
    const second = within(await dialog());
    await user.selectOptions(second.getByLabelText('What is asked'), 'Which data are meant (recital 63)');
    expect(second.queryByLabelText('What makes it doubtful')).toBeNull();
    await user.type(second.getByLabelText(/The question, and why/u), 'Which years?');
    await user.click(second.getByLabelText(/It comes late/u));
    await user.click(second.getByRole('button', { name: 'Ask the subject' }));
    expect(await screen.findByText('Done.')).toBeTruthy();
    expect(service.asked('ask').map(({ given }) => given)).toEqual([
      { id: 'req_1', question: { kind: 'identity', text: 'Who are you?', doubt: 'sent_by_another' } },
      { id: 'req_1', question: { kind: 'scope', text: 'Which years?', confirmsLate: true } },
    ]);
  });

  it.each([
    ['scope', { scope: 'narrowed', text: 'Only 2025.' }],
    ['identity', { text: 'Only 2025.' }],
  ])('is to note the answer to an open question of %s', async (kind, answer) => {
    const question = {
      id: 'q1',
      kind,
      text: 'Which years?',
      askedAt: '2026-11-03T10:00:00Z',
      isOpen: true,
      answer: null,
      answeredAt: null,
    };
    const service = standing('awaiting_release', ['cancel'], OPEN);
    service.on('clock', of({ agenda: [], questions: [question], reminders: [], otherRights: [], extension: null }));
    const { user } = openConsole(PAGE, service);
    await user.click(await button('Note the answer'));
    const form = within(await dialog());
    expect(await form.findByText('Which years?')).toBeTruthy();
    if (kind === 'scope') await user.selectOptions(form.getByLabelText('What they want'), 'Less, as they say');
    await user.type(form.getByLabelText('What they wrote'), 'Only 2025.');
    await user.click(form.getByRole('button', { name: 'Note the answer' }));
    expect(await screen.findByText('Done.')).toBeTruthy();
    expect(service.asked('answer').map(({ given }) => given)).toEqual([{ id: 'req_1', answer }]);
  });

  it('can be that the subject took the request back, and is refused to who saw an earlier version', async () => {
    const service = new FakeService().on('cancel', refusal('cancelRequest', 'CHANGED'), () => ({
      data: { cancelRequest: { __typename: 'Request', id: 'req_1', version: 9 } },
    }));
    const { user } = openConsole(PAGE, service);
    await user.click(await button('Note a withdrawal'));
    const form = within(await dialog());
    await user.type(form.getByLabelText('How the person took it back'), 'By letter.');
    service.on('request', () => requestOf({ version: 8 }));
    service.on('trail', () => trailOf([{ action: 'request.extend', actor: 'stf_2' }]));
    await user.click(form.getByRole('button', { name: 'Note a withdrawal' }));
    expect((await form.findByRole('alert')).textContent).toContain('Somebody else changed the request');
    expect(await form.findByText(/extended, by Paul Other/u)).toBeTruthy();
    expect(form.getByDisplayValue('By letter.')).toBeTruthy();
    await user.click(form.getByRole('button', { name: 'Note a withdrawal' }));
    expect(await screen.findByText('Done.')).toBeTruthy();
    expect(service.asked('cancel').map(({ given }) => given['seen'])).toEqual([7, 8]);
  });
});

describe('the likeliest act', () => {
  const mainOf = async (state: 'needs_attention' | 'in_review', events: string[]): Promise<string | undefined> => {
    openConsole(PAGE, standing(state, events));
    await button('Search anew');
    return document.querySelector('.actions .main')?.textContent ?? undefined;
  };

  it('is to search anew where something needs attention', async () => {
    expect(await mainOf('needs_attention', ['retry', 'refuse'])).toBe('Search anew');
  });

  it('is not to search anew while matches wait for a decision', async () => {
    expect(await mainOf('in_review', ['retry', 'refuse'])).toBeUndefined();
  });
});

describe('the dates of a request', () => {
  it('say what is to be done and when, what was asked and answered, and that the subject asked again or for more (DLN-04, INT-05, INT-11)', async () => {
    const asked = { kind: 'scope', text: null, askedAt: '2026-11-03T10:00:00Z' };
    const clock = {
      agenda: [
        { on: '2026-11-20', what: 'reminder', isPast: true },
        { on: '2026-12-01', what: 'something-new', isPast: false },
      ],
      questions: [
        { ...asked, id: 'q1', isOpen: true, answer: null, answeredAt: null },
        { ...asked, id: 'q2', isOpen: false, text: 'Which years?', answer: 'All.', answeredAt: '2026-11-05T10:00:00Z' },
      ],
      reminders: [{ id: 'r1', receivedAt: '2026-11-09T10:00:00Z', text: 'Where is it?' }],
      otherRights: [
        { right: 'erasure', dueOn: '2026-12-05', outcome: null, endedAt: null, text: 'Then delete it.', endText: null },
        {
          right: 'objection',
          dueOn: '2026-12-05',
          outcome: 'done',
          endedAt: '2026-11-10T10:00:00Z',
          text: null,
          endText: 'Off the list.',
        },
      ],
      extension: { reason: 'volume_of_data', noticeSentAt: null, promisedOn: null, holds: false },
    };
    openConsole(PAGE, new FakeService().on('clock', of(clock)));
    const part = await screen.findByRole('region', { name: 'Dates and questions' });
    await within(part).findByText('something-new');
    for (const text of [
      '20 Nov 2026 Reminder',
      'waits for the answer',
      'Answered on 5 Nov 2026: All.',
      'Where is it?',
      'notice is missing',
      'erasure (Art. 17) Then delete it. To be done elsewhere by 5 Dec 2026',
      'done 10 Nov 2026 Off the list.',
    ])
      expect(part.textContent).toContain(text);
  });

  it('end once their time is over', async () => {
    const extension = { reason: 'volume_of_data', noticeSentAt: '2026-11-09T10:00:00Z', promisedOn: '2027-01-05', holds: true };
    openConsole(
      PAGE,
      new FakeService().on('clock', of({ agenda: [], questions: [], reminders: [], otherRights: [], extension })),
    );
    expect(await screen.findByText(/Nothing is to be done by a certain day/u)).toBeTruthy();
    expect(screen.queryByText(/notice is missing/u)).toBeNull();
  });

  it('are asked for without what only others may read, so that every role sees the rest', async () => {
    const reader = { id: 'stf_2', controller: 'club', permissions: ['request.read', 'match.read'] };
    const service = new FakeService().on('viewer', () => ({ data: { viewer: reader } }));
    openConsole(PAGE, service);
    await screen.findByRole('region', { name: 'Dates and questions' });
    await waitFor(() => {
      expect(service.asked('delivery').at(-1)?.given).toMatchObject({ messages: true });
    });
    expect(service.asked('clock').every(({ given }) => given['words'] === false)).toBe(true);
    expect(service.asked('gate').every(({ given }) => given['previews'] === false)).toBe(true);
  });
});
