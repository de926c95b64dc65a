import { cruise, type Violation } from '../boundaries/cruise.js';
import { undeclaredImports, unusedDependencies } from '../boundaries/declared.js';
import { readPackages } from '../boundaries/packages.js';
import type { Step } from '../step.js';

/** What the root's package.json provides to the tests of every package. */
const TEST_TOOLS = new Set(['@jest/globals', 'fast-check', '@habeas/test-servers']);

/** Every import is on its folder's allow-list and declared by its package; nothing is declared in vain; no cycles. */
export function boundariesStep(root: string): Step {
  return {
    name: 'boundaries',
    run: async () => {
      const { modules, summary } = await cruise(root);
      const packages = readPackages(root);
      return [
        ...summary.violations.map(printViolation),
        ...undeclaredImports(modules, packages, TEST_TOOLS),
        ...unusedDependencies(modules, packages),
      ];
    },
  };
}

function printViolation({ from, to, rule, cycle }: Violation): string {
  const target = cycle === undefined ? to : cycle.map(({ name }) => name).join(' → ');
  return `${from}: must not import ${target} (${rule.name} in .dependency-cruiser.cjs)`;
}
