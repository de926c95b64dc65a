import type { Step } from '../step.js';
import { syntheticAddresses } from '../texts/addresses.js';
import { filesAreNamed } from '../texts/file-names.js';
import { noMachineTraces } from '../texts/machine-traces.js';
import { silencersGiveReasons } from '../texts/silencers.js';
import { readTrackedTexts } from '../texts/tracked-files.js';

const RULES = [syntheticAddresses, noMachineTraces, silencersGiveReasons, filesAreNamed];

/** What no tool knows about texts: synthetic addresses, no trace of a machine, reasons for silencers, names that say something. */
export function textsStep(root: string): Step {
  return {
    name: 'texts',
    run: async () => {
      const files = await readTrackedTexts(root);
      return files.flatMap((file) => RULES.flatMap((rule) => rule(file)));
    },
  };
}
