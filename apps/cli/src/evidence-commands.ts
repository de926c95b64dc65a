import { type Command, Option } from 'commander';
import type { EvidenceArguments, PageArguments } from './commands/verify-evidence.js';
import { collect } from './terminal/collect.js';
import type { ExitCode } from './terminal/exit-code.js';

/** What the commands of this file do. */
export interface EvidenceActions {
  verifyEvidence(file: string, options: EvidenceArguments): Promise<ExitCode>;
  writeEvidencePage(file: string, options: PageArguments): Promise<ExitCode>;
}

/** The commands around evidence bundles: they need no installation, and no configuration. */
export function addEvidenceCommands(program: Command, actions: EvidenceActions, done: (code: ExitCode) => void): void {
  const evidence = program.command('evidence').description('proofs of how a request was handled, as the service makes them');
  withKey(evidence.command('verify'))
    .argument('<file>', 'an evidence bundle')
    .description('find any byte that was changed, any entry that is missing, and a signature of somebody else')
    .option('--trail <file>', 'the exported trail: then it is also found where the bundle never had an entry')
    .action(async (file: string, options: EvidenceArguments) => {
      done(await actions.verifyEvidence(file, options));
    });
  withKey(evidence.command('page'))
    .argument('<file>', 'an evidence bundle')
    .description('verify a bundle, and write what it says as a page to read and to print')
    .requiredOption('--out <file>', 'ends in .html; never overwritten')
    .addOption(new Option('--language <language>', 'of the page').choices(['en', 'fr']).default('en'))
    .action(async (file: string, options: PageArguments) => {
      done(await actions.writeEvidencePage(file, options));
    });
}

function withKey(command: Command): Command {
  return command.requiredOption('--key <key>', 'the public key of the trail, or a file that holds it (may be repeated)', collect);
}
