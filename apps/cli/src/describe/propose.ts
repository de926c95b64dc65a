import type { DescribedCollection } from '@habeas/connector-sdk';

const EMAIL = /(?:^|_)(?:e_?mail|courriel|mel)(?:_?(?:address|adresse|addr))?(?:_|\d|$)/u;
const PHONE = /(?:^|_)(?:phone|telephone|tel|mobile|portable|gsm|fax)(?:_?(?:number|numero|no))?(?:_|\d|$)/u;
const DESCRIPTIVE = /(?:^|_)(?:name|title|label|nom|titre|libelle|description|designation)$/u;

/** The kind of identifier that a column's name announces, where it announces one that can be searched. */
export function proposeIdentifier(column: string): 'email' | 'phone' | undefined {
  const name = snakeCase(column);
  if (EMAIL.test(name)) return 'email';
  return PHONE.test(name) ? 'phone' : undefined;
}

/**
 * The collections whose rows belong to a person: those with an e-mail or phone column of their own, and those that refer
 * to one of them. A reference to one of these is proposed as owned.
 */
export function proposeOwnership(collections: readonly DescribedCollection[]): ReadonlySet<string> {
  const owners = new Set(
    collections.filter(({ fields }) => fields.some(({ name }) => proposeIdentifier(name) !== undefined)).map(({ name }) => name),
  );
  for (let grown = true; grown;) {
    const joining = collections.filter(
      ({ name, references }) => !owners.has(name) && references.some(({ to }) => owners.has(to)),
    );
    joining.forEach(({ name }) => owners.add(name));
    grown = joining.length > 0;
  }
  return owners;
}

/** The fields that describe a shared thing to a reader: its name or title. */
export function proposeShow(collection: DescribedCollection | undefined): readonly string[] {
  return (collection?.fields ?? []).map(({ name }) => name).filter((name) => DESCRIPTIVE.test(snakeCase(name)));
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/gu, '_').toLowerCase();
}
