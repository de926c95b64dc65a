import type { Facts, Find } from './facts.js';
import { checksText, escaped, shareText, table } from './texts.js';

/** The table of all connectors, for the main README, as Markdown. */
export function connectorsTable(connectors: readonly Facts[]): string {
  const rows = connectors.map((facts) => [
    linkTo(facts),
    testedText(facts),
    ...contents(facts),
    String(facts.gaps),
    checksOf(facts),
  ]);
  return `${LEGEND}\n\n${table([HEAD, ...rows])}`;
}

const HEAD = ['connects to', 'tested', 'finds a person by', 'collections', 'fields (with a category)', 'known gaps', 'checks'];
const LEGEND = `_Tested_ is against the real system, _checks_ are those of the conformance kit that apply and pass. A person is found by exact keys,
but where it says index (a search of the vendor) or scan (everything is read).`;

function linkTo({ manifest, folder }: Facts): string {
  return `[${escaped(manifest.title)}](${folder}/README.md)`;
}

/** Whether against real systems: of all that it names, of some, of none. */
function testedText({ manifest: { systems } }: Facts): string {
  const tested = systems.filter((system) => system.tested).length;
  if (tested === 0) return 'no';
  return tested === systems.length ? 'yes' : 'in part';
}

function contents({ rest }: Facts): readonly string[] {
  if (rest === undefined) return ['a data map', '–', '–'];
  return [findsText(rest.finds), String(rest.collections), `${rest.fields} (${shareText(rest)})`];
}

/** `e-mail, phone (index), id`: ids of every kind as one. */
function findsText(finds: readonly Find[]): string {
  const modes = new Map<string, Set<string>>();
  for (const { by, mode } of finds) {
    const kind = by.replace(/^(?:the )?id\b.*$/u, 'id');
    modes.set(kind, (modes.get(kind) ?? new Set()).add(mode));
  }
  return [...modes]
    .map(([kind, found]) => (found.size === 1 && found.has('exact') ? kind : `${kind} (${[...found].join(', ')})`))
    .join(', ');
}

function checksOf({ conformance }: Facts): string {
  return typeof conformance === 'string' ? '–' : checksText(conformance);
}
