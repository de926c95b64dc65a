import type { Story } from './story.js';

export async function wantsDocument(story: Story): Promise<void> {
  await story.handOver('document');
  await story.demandDocument('document');
  await story.go('document');
}

/** A file of the name that browsers would tell, which is not kept. */
export function handsIn(content: string): (story: Story) => Promise<void> {
  return async (story) => {
    const file = { name: 'passport of Ann.png', mimeType: 'image/png', buffer: Buffer.from(content, 'latin1') };
    await story.page.setInputFiles('input[type=file]', file);
    await story.press('form[action*="/document"] .button');
  };
}

export async function transmits(story: Story): Promise<void> {
  await story.page.click('label[for=f-receiver-paper]');
  await story.press();
}

export async function notTransmitted(story: Story): Promise<void> {
  for (let looks = 0; looks < 50 && (await story.page.locator('#transmissions ~ ul').count()) === 0; looks += 1) {
    await story.go('guest');
  }
}

/** What was missing is not looked for any more: as the last look notes it. */
export async function unsearched(story: Story): Promise<void> {
  await story.changeAnswer('guest', (answer) => ({ ...answer, missing: ['hostel'], givenUpAt: answer.releasedAt }));
  await story.go('guest');
}

/** Opens the first letter that was written. */
export async function readsLetter({ page }: Story): Promise<void> {
  await page.click('a[href*="/letters/1"]');
  await page.waitForURL(/\/letters\/1/u);
}

/** Nobody could be identified: it is refused as that. */
export async function refusedUnproved(story: Story): Promise<void> {
  await story.ask('unproved');
  await story.refuseUnproved('unproved');
  await story.go('unproved');
}
