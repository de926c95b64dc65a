import type { Requirement } from './requirement.js';

/** The tests of each requirement as a page for people. Written by `npm run reports`, and compared by the check. */
export function requirementsTable(requirements: readonly Requirement[], tests: ReadonlyMap<string, readonly string[]>): string {
  const counts = ['covered', 'begun', 'later'].map(
    (status) => `${requirements.filter((each) => each.status === status).length} ${status}`,
  );
  const rows = requirements.map(
    ({ id, what, status }) =>
      `| ${id} | ${what} | ${status} | ${(tests.get(id) ?? []).map((path) => `\`${path}\``).join('<br>')} |`,
  );
  return [HEAD, `${counts.join(', ')}.\n`, '| id | what | status | tests |\n| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

const HEAD = `# Requirements of the law, and their tests

Written by \`npm run reports\` from \`docs/requirements.txt\` and the titles of the tests; the check fails where it is not up to date, and
where something that is claimed has no test. _covered_: a user can rely on it. _begun_: the rule is there and tested, and
nothing shows it yet. _later_: nothing of it is claimed.
`;

/** What is wrong with the claims: something that is claimed has no test, or a test names what there is not. */
export function requirementFaults(
  requirements: readonly Requirement[],
  tests: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const ids = new Set(requirements.map(({ id }) => id));
  const areas = new Set([...ids].map(areaOf));
  return [
    ...requirements
      .filter(({ id, status }) => status !== 'later' && !tests.has(id))
      .map(({ id, status }) => `docs/requirements.txt: ${id} is ${status}, and no test carries it in its title`),
    ...[...tests]
      .filter(([id]) => areas.has(areaOf(id)) && !ids.has(id))
      .map(([id, paths]) => `${paths.join(', ')}: ${id} is no requirement of docs/requirements.txt`),
  ];
}

function areaOf(id: string): string {
  return id.slice(0, 3);
}
