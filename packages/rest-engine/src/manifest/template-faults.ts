import type { ValueFault } from '@habeas/connector-sdk';
import type { PlacedTemplate } from '../request/templates-of.js';
import { type Language, QUOTES } from '../template/encoders.js';
import { brokenHoles, holesOf, parseTemplate } from '../template/template.js';

/** What the holes of a template may name, by the first step of their path; the second step where it is a closed set. */
export type Known = Readonly<Record<string, ReadonlySet<string> | 'anything'>>;

/** What is wrong with a template: holes that cannot be read, that name nothing, or that a value could break out of. */
export function templateFaults(at: readonly PropertyKey[], template: PlacedTemplate, known: Known): readonly ValueFault[] {
  const path = [...at, ...template.path];
  const broken = brokenHoles(template.text);
  if (broken.length > 0) {
    return broken.map((hole) => ({ path, what: `${hole} cannot be read`, remedy: 'write ${name} or ${name.field}' }));
  }
  const names = template.item === true ? { ...known, item: 'anything' as const } : known;
  const unknown = holesOf(parseTemplate(template.text)).flatMap((hole) => unknownName(hole, names));
  return [
    ...unknown.map(({ what, remedy }) => ({ path, what, remedy })),
    ...(template.language === undefined ? [] : unquoted(path, template.text, template.language)),
  ];
}

function unknownName([first = '', second]: readonly string[], known: Known): readonly { what: string; remedy: string }[] {
  const members = Object.hasOwn(known, first) ? known[first] : undefined;
  const remedy = `known here: ${Object.keys(known).join(', ')}`;
  if (members === undefined) return [{ what: `"${first}" is not known here`, remedy }];
  if (members === 'anything' || second === undefined || members.has(second)) return [];
  return [{ what: `"${first}" has no "${second}"`, remedy: `it has ${[...members].join(', ') || 'nothing'}` }];
}

/** A hole outside the quotes of its language could carry anything into the filter. */
function unquoted(path: readonly PropertyKey[], text: string, language: Language): readonly ValueFault[] {
  const [open, close] = QUOTES[language];
  const parts = parseTemplate(text);
  const isLoose = parts.some((part, index) => {
    if (typeof part === 'string') return false;
    const [before, after] = [parts[index - 1], parts[index + 1]];
    return typeof before !== 'string' || typeof after !== 'string' || !before.endsWith(open) || !after.startsWith(close);
  });
  return isLoose
    ? [{ path, what: `a hole in ${language} stands between ${open} and ${close}`, remedy: `write ${open}\${id}${close}` }]
    : [];
}
