import { relative } from 'node:path';
import { demandWork, runTool } from '../run-tool.js';
import type { Step } from '../step.js';

/** The part of ESLint's JSON that is read here. */
interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly line?: number; readonly ruleId: string | null; readonly message: string }[];
}

/** ESLint finds nothing, not even a warning. */
export function lintStep(root: string): Step {
  return {
    name: 'lint',
    run: async () => {
      const ran = await runTool(root, 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings=0', '--format=json']);
      if (ran.exitCode > 1) demandWork(ran, 'eslint');
      return (JSON.parse(ran.stdout) as LintedFile[]).flatMap(({ filePath, messages }) =>
        messages.map(
          ({ line, ruleId, message }) =>
            `${relative(root, filePath)}:${String(line ?? 1)} ${firstLine(message)} (${ruleId ?? 'cannot be read'})`,
        ),
      );
    },
  };
}

function firstLine(message: string): string {
  return message.replace(/\n.*/su, '');
}
