import type { ValueFault } from '@habeas/connector-sdk';

type Group = Readonly<Record<string, unknown>>;

/** A manifest as it is checked: each collection whole. */
export interface Expanded {
  readonly value: unknown;
  readonly unresolved: readonly ValueFault[];
}

/**
 * Makes collections whole: one with `like` has all that it does not say itself from the template of that name, their
 * fields together; and so has a template that is like one above it. In all, `${collection}` stands for its own name, and each name of its `with` for what is said there. So kinds of
 * records that a vendor treats alike are said once.
 */
export function expandCollections(value: unknown): Expanded {
  if (!isGroup(value) || !isGroup(value['collections'])) return { value, unresolved: [] };
  const given = Object.entries(isGroup(value['templates']) ? value['templates'] : {});
  const templates = given.reduce<Group>((above, [name, template]) => ({ ...above, [name]: whole(template, above) }), {});
  const entries = Object.entries(value['collections']);
  const collections = entries.map(
    ([name, collection]) => [name, named(whole(collection, templates), namesOf(name, collection))] as const,
  );
  return {
    value: { ...value, collections: Object.fromEntries(collections) },
    unresolved: [
      ...given.flatMap(([name, template], index) =>
        likenessFaults(['templates', name], template, Object.keys(templates).slice(0, index)),
      ),
      ...entries.flatMap(([name, collection]) => likenessFaults(['collections', name], collection, Object.keys(templates))),
    ],
  };
}

function whole(collection: unknown, templates: Group): unknown {
  if (!isGroup(collection) || typeof collection['like'] !== 'string') return collection;
  const template = Object.hasOwn(templates, collection['like']) ? templates[collection['like']] : undefined;
  if (!isGroup(template)) return collection;
  return { ...template, ...collection, fields: { ...fieldsOf(template), ...fieldsOf(collection) } };
}

function fieldsOf({ fields }: Group): Group {
  return isGroup(fields) ? fields : {};
}

function likenessFaults(at: readonly string[], collection: unknown, known: readonly string[]): readonly ValueFault[] {
  const like = isGroup(collection) ? collection['like'] : undefined;
  if (typeof like !== 'string' || known.includes(like)) return [];
  const remedy = `known: ${known.join(', ') || 'none'}`;
  return [{ path: [...at, 'like'], what: `there is no template "${like}"`, remedy }];
}

/** What names stand for in a template: the collection's own, and those that it gives. */
function namesOf(name: string, collection: unknown): ReadonlyMap<string, string> {
  const given = isGroup(collection) && isGroup(collection['with']) ? Object.entries(collection['with']) : [];
  return new Map([...given, ['collection', name]].map(([key, text]) => [`\${${key}}`, String(text)]));
}

function named(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return [...names].reduce((text, [hole, name]) => text.replaceAll(hole, name), value);
  if (Array.isArray(value)) return value.map((inner: unknown) => named(inner, names));
  if (!isGroup(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, named(inner, names)]));
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
