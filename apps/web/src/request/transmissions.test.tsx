/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { type FakeService, fault, refusal, standing } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { transmissionsOf } from '../testing/sample-answers.js';

const PAGE = '/club/requests/req_1';
const ORDER = 'Note an instruction to send the data on';
const UNION = { id: 'union', name: 'Sports union', takesData: true };
const PAPER = { id: 'paper', name: 'Federation', takesData: false };
const OUT = { answers: [{ archive: { records: 3, files: 0 } }] };
const WAITING = {
  ...({ id: 'tra_1', receiver: 'union', orderedBy: 'subject', orderedAt: '2026-11-20T09:00:00Z' } as const),
  ...({ state: 'waiting', endedAt: null, reason: null, receipt: null } as const),
};
const SENT = { ...WAITING, id: 'tra_2', state: 'sent', endedAt: '2026-11-21T09:00:00Z' } as const;
const FAILED = { ...SENT, id: 'tra_3', orderedBy: 'staff', state: 'failed' } as const;

type Given = Parameters<typeof transmissionsOf>;
const released = (...given: Given): FakeService => standing('released', []).on('transmissions', transmissionsOf(...given));
const dialog = (): Promise<HTMLElement> => screen.findByRole('dialog');
const isThere = async (): Promise<void> => {
  await screen.findByText('Nothing has gone out yet.');
  await screen.findByText('Paul Other', { exact: false });
};
const part = (): HTMLElement | null => screen.queryByRole('heading', { name: 'Sent to other controllers' });

describe('what a subject has told to send to other controllers (DEL-04)', () => {
  it('is told with what became of it, who ordered it, and what was acknowledged', async () => {
    const receipt = { bytes: '345678', sha256: 'ab12' };
    openConsole(PAGE, released({ ...OUT, transmissions: [WAITING, { ...SENT, receiver: 'gone', receipt }] }, [UNION]));
    const [waiting, sent] = [await screen.findByText('Sports union'), screen.getByText('gone')];
    expect(waiting.closest('.exchange')?.textContent).toMatch(/is being sent.*by the person, on their page: 20 Nov 2026/u);
    expect(sent.closest('.exchange')?.textContent).toMatch(/sent, and acknowledged 21 Nov 2026.*346 kB.*ab12/u);
  });

  it.each([
    ['not_listed', null, 'Another controller, not listed here', 'No way to that controller'],
    ['no_endpoint', 'paper', 'Federation', 'No address of that controller'],
    ['undetermined', 'union', 'Sports union', 'nothing is sent by guess'],
    ['nothing_portable', 'union', 'Sports union', 'given by the person'],
    ['refused', 'union', 'Sports union', 'did not take it'],
    ['unreachable', 'union', 'Sports union', 'could not be reached for a day'],
    ['stopped', 'union', 'Sports union', 'taken back or destroyed'],
    ['fault', 'union', 'Sports union', 'have it sent anew'],
  ] as const)(
    'is told with why it was not sent, which the subject reads too: %s (DEL-05)',
    async (reason, receiver, name, why) => {
      openConsole(PAGE, released({ ...OUT, transmissions: [{ ...FAILED, receiver, reason }] }, [UNION, PAPER]));
      const told = (await screen.findByText(name)).closest('.exchange')?.textContent;
      expect(told).toContain('not sent');
      expect(told).toContain('noted by staff');
      expect(told).toContain(why);
      expect(told).toContain('The person reads so on their page, with the reason.');
    },
  );

  it('is not spoken of where nothing is out', async () => {
    openConsole(PAGE, standing('awaiting_release', ['release']));
    await isThere();
    expect(part()).toBeNull();
  });

  it.each([
    ['has nothing in it', 'released', { answers: [{ archive: { records: 0, files: 0 } }] }],
    ['was taken back', 'released', { ...OUT, delivery: { isRevoked: true } }],
    ['was destroyed', 'shredded', OUT],
  ] as const)('is nothing of an answer that %s', async (_what, state, more) => {
    openConsole(PAGE, standing(state, []).on('transmissions', transmissionsOf(more, [UNION])));
    await isThere();
    expect(part()).toBeNull();
  });

  it('says that it could not be loaded', async () => {
    openConsole(PAGE, standing('released', []).on('transmissions', fault('INTERNAL')));
    expect(await screen.findByRole('heading', { name: 'Sent to other controllers' })).toBeTruthy();
  });

  it('is only read by those who may not order it', async () => {
    const service = released({ ...OUT, transmissions: [WAITING] }, [UNION]).on('viewer', () => ({
      data: { viewer: { id: 'stf_2', controller: 'club', permissions: ['request.read'] } },
    }));
    openConsole(PAGE, service);
    expect(await screen.findByText('Sports union')).toBeTruthy();
    expect(screen.queryByRole('button', { name: ORDER })).toBeNull();
  });
});

describe('an instruction that came another way than by the page of the subject', () => {
  it('is noted with the subject’s words, and sent to one that is listed', async () => {
    const { user, service } = openConsole(PAGE, released(OUT, [UNION, PAPER]));
    expect(await screen.findByText('The person has told nobody to send their data on.')).toBeTruthy();
    await user.click(await button(ORDER));
    const form = within(await dialog());
    await user.click(form.getByRole('button', { name: 'Send it there' }));
    expect(await form.findByText('This is needed.')).toBeTruthy();
    await user.type(form.getByLabelText('What the person has said'), ' By telephone. ');
    await user.click(form.getByRole('button', { name: 'Send it there' }));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    const transmission = { receiver: 'union', instruction: 'By telephone.' };
    expect(service.asked('orderTransmission').map(({ given }) => given)).toEqual([{ id: 'req_1', transmission }]);
  });

  it('names one that is not listed, of which the subject is told that it is not feasible', async () => {
    const { user, service } = openConsole(PAGE, released(OUT, [UNION, PAPER]));
    await user.click(await button(ORDER));
    const form = within(await dialog());
    await user.selectOptions(form.getByLabelText('To which controller'), 'Federation');
    expect(form.getByText(/^No address of this controller/u)).toBeTruthy();
    await user.selectOptions(form.getByLabelText('To which controller'), 'another one, not listed');
    expect(form.getByText(/told at once that it is not feasible/u)).toBeTruthy();
    await user.click(form.getByRole('button', { name: 'Note it, and tell the person' }));
    expect(await form.findAllByText('This is needed.')).toHaveLength(2);
    await user.type(form.getByLabelText('What the person calls it'), ' My new bank ');
    await user.type(form.getByLabelText('What the person has said'), 'A letter of today.');
    await user.click(form.getByRole('button', { name: 'Note it, and tell the person' }));
    await waitFor(() => {
      expect(service.asked('orderTransmission')).toHaveLength(1);
    });
    const transmission = { name: 'My new bank', instruction: 'A letter of today.' };
    expect(service.asked('orderTransmission')[0]?.given).toEqual({ id: 'req_1', transmission });
  });

  it('does not go where it is being sent already, and can go on while an addition is prepared', async () => {
    const service = standing('searching', []).on('transmissions', transmissionsOf({ ...OUT, transmissions: [WAITING] }, [UNION]));
    const { user } = openConsole(PAGE, service);
    await user.click(await button(ORDER));
    const form = within(await dialog());
    const there = form.getByRole<HTMLOptionElement>('option', { name: 'Sports union (is being sent there already)' });
    expect(there.disabled).toBe(true);
    expect(form.getByLabelText<HTMLSelectElement>('To which controller').value).toBe('');
    await user.click(form.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is answered at once where no register says what is portable, and shows what the service refuses', async () => {
    const service = released({ ...OUT, gate: null }, [UNION]);
    const { user } = openConsole(PAGE, service.on('orderTransmission', refusal('orderTransmission', 'WRONG_STATE')));
    await user.click(await button(ORDER));
    const form = within(await dialog());
    expect(form.getByText(/^No register says which/u)).toBeTruthy();
    await user.type(form.getByLabelText('What the person has said'), 'A letter.');
    await user.click(form.getByRole('button', { name: 'Note it, and tell the person' }));
    expect((await form.findByRole('alert')).textContent).toContain('Said as WRONG_STATE.');
  });

  it('is the tenth at most', async () => {
    const transmissions = Array.from({ length: 10 }, (_, index) => ({ ...SENT, id: `tra_${String(index)}` }));
    openConsole(PAGE, released({ ...OUT, transmissions }, [UNION]));
    expect(await screen.findByText(/^The data of this request was sent ten times/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: ORDER })).toBeNull();
  });
});
