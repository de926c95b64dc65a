import { accepted } from '../../src/client/service-client.js';
import { at, type PageState } from './page-state.js';
import type { Story } from './story.js';

/** Every state that a fee leads to. */
export const FEE_STATES: readonly PageState[] = [
  ...at('GET /requests/:id', 'follow', ['would cost something', costs, 'form[action*="/fee"]']),
  ...at('GET /requests/:id/fee', 'follow', ['come back to', (story) => story.go('fee', '/fee'), 'form[action*="/fee"]']),
  ...at('POST /requests/:id/fee', 'done', ['the price is accepted', (story) => story.press('form[action*="/fee"] .button')]),
];

/** The officer announces what a copy would cost. */
async function costs(story: Story): Promise<void> {
  const { id } = await story.ask('fee');
  await story.house.officer.stepUp();
  const fee = {
    ...{ cause: 'manifestly_unfounded' as const, evidence: 'They write that they only test whether anybody reads this.' },
    ...{ currency: 'EUR', answerBy: new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10) },
    costs: [{ cost: 'postage' as const, cents: 420 }],
  };
  accepted((await story.officer((client) => client.run('announceFee', { id, fee }))).announceFee);
  await story.go('fee');
}
