import { opening, sending, to } from './request-states.js';
import { of, type Reach, type ScreenState } from './screen-state.js';
import type { ScreenStory } from './screen-story.js';

const DAY_MS = 86_400_000;
const WHY = {
  ...{ dataTypes: 'Bookings and invoices', nature: 'A copy of everything', context: 'By e-mail, from an unknown address' },
  ...{ harm: 'Where they travel would be known', nothingLess: 'No contact is on record' },
};

/** As if it were doubted who asks, and a document asked for with these facts, if any. */
async function doubted(story: ScreenStory, document: object | null): Promise<void> {
  story.be('officer');
  const by = { at: new Date().toISOString(), by: 'stf_0' };
  const doubts = [{ id: 'd1', because: 'details_differ', ...by }];
  const proof = { isEnough: false, brought: [], doubts, document };
  await story.page.route('**/graphql', async (route) => {
    if (!/query ConsoleProof\b/u.test(route.request().postData() ?? '')) return route.fallback();
    const { data } = (await (await route.fetch()).json()) as { readonly data: { readonly request: { readonly proof: object } } };
    const { request } = data;
    return route.fulfill({ json: { data: { ...data, request: { ...request, proof: { ...request.proof, ...proof } } } } });
  });
}

const demanded = (more: object): object => ({
  ...{ demandedAt: new Date().toISOString(), demandedBy: 'stf_0', harmLevel: 'high', isSpecial: true },
  ...{ deleteBy: null, checked: null, why: WHY, ...more },
});
const held = (): object => demanded({ deleteBy: new Date(Date.now() + DAY_MS).toISOString() });
const rejected = (): object =>
  demanded({ checked: { kind: 'passport', outcome: 'rejected', at: new Date().toISOString(), by: 'stf_0' } });

const after =
  (document: () => object | null, reach: Reach): Reach =>
  async (story) => {
    await doubted(story, document());
    await reach(story);
  };
const none = (): null => null;

/** See {@link ScreenState}: of what proves who asks. */
export const PROOF_STATES: readonly ScreenState[] = [
  ...of('demand-dialog', [
    'nothing is said',
    after(none, sending('waiting', 'document.demand')),
    '[role=dialog] .fault:not(:empty)',
  ]),
  ...of('document-part', ['a copy waits', after(held, to('waiting')), '.part details:has(dl)']),
  ...of('verdict-dialog', ['as it is', after(held, opening('waiting', 'document.decide')), '[role=dialog] select']),
  ...of('hand-in-field', ['a copy was rejected', after(rejected, to('waiting')), 'input[type=file]']),
  ...of('facts-dialog', ['nothing is said', after(none, sending('waiting', 'facts.check')), '[role=dialog] .fault:not(:empty)']),
];
