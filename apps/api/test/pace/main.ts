/**
 * How the console and the pages of subjects keep pace in a real Chromium: `npm run pace`. Ends with 1 where a figure is missed.
 * It wants a quiet machine: what else runs on it is measured too.
 */
import { findChromium } from '@habeas/test-servers';
import { assembled } from '../assembled-request.js';
import { codeNow, consoleHouse } from '../console/console-house.js';
import { signIn } from '../console/console-screens.js';
import { isReached, lineOf, type PaceFigure } from './figure.js';
import { inboxPace } from './inbox-pace.js';
import { consolePaints, interactions, subjectPaints } from './page-pace.js';
import { recordsPace } from './records-pace.js';

const chromium = await findChromium();
if (!('path' in chromium)) throw new Error(`There is no Chromium: ${chromium.unavailable}`);
const house = await consoleHouse({ path: chromium.path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
const figures: PaceFigure[] = [];
try {
  const id = await assembled(house.officer, house.house.world.association[0]!);
  const page = await house.page();
  await signIn(page, { account: house.officer.account, code: await codeNow(house) });
  const parts = [
    () => subjectPaints(house),
    () => consolePaints(page, { url: house.url, request: id }),
    () => interactions(page, { url: house.url, request: id }),
    () => inboxPace(page, house),
    () => recordsPace(page, `${house.url}/console/club/requests/${id}/records/events/registration`),
  ];
  for (const part of parts) {
    const measured = await part();
    for (const figure of measured) process.stdout.write(`${lineOf(figure)}\n`);
    figures.push(...measured);
  }
} finally {
  await house.stop();
}
process.exitCode = figures.every(isReached) ? 0 : 1;
