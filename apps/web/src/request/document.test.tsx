/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeService, refusal, status } from '../testing/fake-service.js';
import { noteSaved } from '../testing/note-saved.js';
import { button, openConsole } from '../testing/open-console.js';
import { of, PROOF, requestOf } from '../testing/sample-answers.js';

const PAGE = '/club/requests/req_1';
const COPY = '/requests/req_1/document';
const WHO = { at: '2026-11-10T10:00:00Z', by: 'stf_2' };
const DOUBTED = { isEnough: false, brought: [], doubts: [{ id: 'd1', because: 'details_differ', ...WHO }] };
const WHY = {
  ...{ dataTypes: 'Bookings', nature: 'A copy of everything', context: 'By e-mail' },
  ...{ harm: 'Their travels would be known', nothingLess: 'No contact is on record' },
};
const DEMANDED = {
  ...{ demandedAt: WHO.at, demandedBy: WHO.by, harmLevel: 'high', isSpecial: true, deleteBy: null, checked: null },
  why: WHY,
};

function proved(proof: object, request: Parameters<typeof requestOf>[0] = {}): FakeService {
  return new FakeService().on('request', () => requestOf(request)).on('proof', of({ proof: { ...PROOF, ...proof } }));
}
const withDocument = (document: object, request: Parameters<typeof requestOf>[0] = {}): FakeService =>
  proved({ ...DOUBTED, document: { ...DEMANDED, ...document } }, request);
const held = () => withDocument({ deleteBy: '2026-11-11T10:00:00Z' });
const form = async () => within(await screen.findByRole('dialog'));
const isClosed = (): Promise<void> =>
  waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });

describe('a document (IDV-03)', () => {
  it('is asked for on a doubt, with the whole record of why that is proportionate', async () => {
    const { user, service } = openConsole(PAGE, proved(DOUBTED));
    await user.click(await button('Ask for a document'));
    const dialog = await form();
    const send = () => user.click(dialog.getByRole('button', { name: 'Ask for a document' }));
    await send();
    expect(dialog.getAllByText('This is needed.')).toHaveLength(5);
    await user.type(dialog.getByLabelText('What kinds of data the answer holds'), WHY.dataTypes);
    await user.type(dialog.getByLabelText('What is asked for'), WHY.nature);
    await user.type(dialog.getByLabelText('How the request came, and what is known of who asks'), WHY.context);
    await user.type(dialog.getByLabelText(/^What would become of the person/u), WHY.harm);
    await send();
    expect(service.asked('demandDocument')).toEqual([]);
    await user.type(dialog.getByLabelText('Why nothing less suffices'), WHY.nothingLess);
    await user.selectOptions(dialog.getByLabelText('How much harm that would be'), 'high');
    await user.click(dialog.getByLabelText(/Art\. 9 or 10$/u));
    await send();
    await isClosed();
    const why = { ...WHY, harmLevel: 'high', isSpecial: true };
    expect(service.asked('demandDocument').map(({ given }) => given)).toEqual([{ id: 'req_1', why }]);
  });

  it.each([
    ['without a doubt', { ...DOUBTED, doubts: [] }, {}],
    ['where enough is proved', { ...DOUBTED, isEnough: true }, {}],
    ['of an account', { ...DOUBTED, brought: [{ kind: 'account', ...WHO }] }, {}],
    ['of an account that was signed in to just then', { ...DOUBTED, brought: [{ kind: 'fresh_account', ...WHO }] }, {}],
    ['once the request is decided', DOUBTED, { possibleEvents: [] }],
  ])('is not asked for %s', async (_, proof, request) => {
    openConsole(PAGE, proved(proof, request));
    expect(await screen.findByText(proof.isEnough ? 'Enough is proved.' : 'Not enough is proved yet.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ask for a document' })).toBeNull();
  });

  it('is told with who asked for it and why, to whoever may know', async () => {
    openConsole(PAGE, withDocument({}));
    expect(await screen.findByText(/^A document was asked for\. The harm would be high\. Data of Art\. 9 or 10/u)).toBeTruthy();
    expect(screen.getByText(WHY.nothingLess)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Decide about the document' })).toBeNull();
    cleanup();
    openConsole(PAGE, withDocument({ why: null, isSpecial: false, harmLevel: 'low' }));
    expect(await screen.findByText(/^A document was asked for\. The harm would be low\./u)).toBeTruthy();
    expect(screen.queryByText('Why it is proportionate')).toBeNull();
  });

  it('that was decided about is told by its kind and what became of it', async () => {
    openConsole(PAGE, withDocument({ checked: { kind: 'passport', outcome: 'accepted', ...WHO } }));
    expect(await screen.findByText('The document is accepted.')).toBeTruthy();
    expect(screen.getByText(/Passport/u)).toBeTruthy();
    expect(screen.queryByLabelText('Hand in a copy that came another way')).toBeNull();
  });
});

describe('a copy that waits (IDV-04)', () => {
  it.each([
    ['pdf', 0x25],
    ['jpg', 0xff],
    ['png', 0x89],
    ['bin', 0x00],
  ])('is saved to be looked at, as %s, without any name of a person', async (ending, first) => {
    const saved = noteSaved();
    const { user } = openConsole(
      PAGE,
      held().on(`GET ${COPY}`, () => ({ bytes: [first, 0x50] })),
    );
    expect(await screen.findByText(/^A copy waits for your look\./u)).toBeTruthy();
    await user.click(await button('Save the copy to look at it'));
    expect(await screen.findByText(/^The copy was saved on this device\./u)).toBeTruthy();
    expect(saved).toEqual([`document.${ending}`]);
  });

  it('says why it cannot be looked at, and that nothing was saved where the proof is not given', async () => {
    const { user } = openConsole(PAGE, held().on(`GET ${COPY}`, status(429)));
    await user.click(await button('Save the copy to look at it'));
    expect(await screen.findByRole('alert')).toBeTruthy();
    cleanup();
    const saved = noteSaved();
    const again = openConsole(
      PAGE,
      held().on(`GET ${COPY}`, status(403, { error: { code: 'STEP_UP_REQUIRED', message: 'Prove it.' } })),
    );
    await again.user.click(await button('Save the copy to look at it'));
    await again.user.click((await form()).getByRole('button', { name: 'Cancel' }));
    await isClosed();
    expect(screen.queryByText(/^The copy was saved/u)).toBeNull();
    expect(saved).toEqual([]);
  });

  it('is deleted with the decision about it', async () => {
    const { user, service } = openConsole(PAGE, held());
    await user.click(await button('Decide about the document'));
    const dialog = await form();
    await user.selectOptions(dialog.getByLabelText('What it is'), 'residence_permit');
    await user.selectOptions(dialog.getByLabelText('What you decide'), 'rejected');
    await user.click(dialog.getByRole('button', { name: 'Decide, and delete the copy' }));
    await isClosed();
    const verdict = { kind: 'residence_permit', outcome: 'rejected' };
    expect(service.asked('decideDocument').map(({ given }) => given)).toEqual([{ id: 'req_1', verdict }]);
  });

  it('is not decided about without a look: what the service refuses is told, and the dialog can be left', async () => {
    const { user } = openConsole(PAGE, held().on('decideDocument', refusal('decideDocument', 'WRONG_STATE')));
    await user.click(await button('Decide about the document'));
    await user.click((await form()).getByRole('button', { name: 'Decide, and delete the copy' }));
    expect(await (await form()).findByRole('alert')).toBeTruthy();
    await user.click((await form()).getByRole('button', { name: 'Cancel' }));
    await isClosed();
  });
});

describe('a copy that came another way', () => {
  const choose = async (service: FakeService, bytes: number): Promise<void> => {
    openConsole(PAGE, service);
    const field = await screen.findByLabelText('Hand in a copy that came another way');
    await userEvent.setup().upload(field, new File([new Uint8Array(bytes)], 'scan.pdf', { type: 'application/pdf' }));
  };

  it('is handed in without its name, for a demand that nothing has met', async () => {
    const service = withDocument({ checked: { kind: 'passport', outcome: 'rejected', ...WHO } });
    await choose(service, 4);
    await waitFor(() => {
      expect(service.asked(`POST ${COPY}`)).toHaveLength(1);
    });
    expect(JSON.stringify(service.asked(`POST ${COPY}`))).not.toContain('scan');
    await waitFor(() => {
      expect(service.asked('proof').length).toBeGreaterThan(1);
    });
  });

  it('is not sent where it is too large, and what the service says of it is told', async () => {
    const service = withDocument({}).on(`POST ${COPY}`, status(400));
    await choose(service, 10 * 1024 * 1024 + 1);
    expect(await screen.findByText('The file is larger than 10 MB. Nothing was handed in.')).toBeTruthy();
    expect(service.asked(`POST ${COPY}`)).toEqual([]);
    cleanup();
    await choose(service, 4);
    expect(await screen.findByRole('alert')).toBeTruthy();
  });
});
