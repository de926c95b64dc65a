import type { Comparison } from './compare.js';

const HEAD = `# What the vendor's specification has and the manifest does not describe. Written by the contract test (docs/manifest.md).
`;

/** What is not described, as YAML that is formatted as the repository's is. */
export function gapsFile(gaps: Comparison['gaps']): string {
  const collections = Object.entries(gaps).map(([name, fields]) => [
    `${scalar(name)}:\n`,
    ...fields.map((field) => `  - ${scalar(field)}\n`),
  ]);
  return `${HEAD}${collections.flat().join('')}`;
}

/** A text that YAML could take for something else stands in quotes. */
function scalar(text: string): string {
  const isPlain = /^[a-z_][\w-]*$/iu.test(text) && !/^(?:true|false|null)$/iu.test(text);
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}
