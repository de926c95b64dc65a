import { Ajv } from 'ajv';
import type { ForeignKeyDescriptor, PackageDescriptor, ResourceDescriptor } from '../descriptor/data-package.js';
import { PACKAGE_PROFILE } from '../descriptor/profile.js';
import { ArchiveFault, type Problems } from './problems.js';

const FILE = 'datapackage.json';

const isPackage = new Ajv({ strict: false, allErrors: false }).compile<PackageDescriptor>(PACKAGE_PROFILE);

/** Reads `datapackage.json`. Throws `ArchiveFault` where nothing can be checked with it; lesser faults go to `problems`. */
export function checkPackage(content: Buffer, top: string, problems: Problems): PackageDescriptor {
  const value = parse(content);
  if (!isPackage(value)) throw new ArchiveFault('package', `the description breaks the profile: ${explain(isPackage.errors)}`);
  if (value.name !== top) problems.add('package', 'the description is about another archive', { file: FILE });
  const resources = new Map(value.resources.map((resource) => [resource.name, resource]));
  const paths = new Set(value.resources.map(({ path }) => path));
  if (resources.size < value.resources.length || paths.size < value.resources.length) {
    throw new ArchiveFault('package', 'two tables have the same name or the same file');
  }
  for (const resource of value.resources) {
    for (const message of faultsOf(resource, resources)) problems.add('package', message, { file: resource.path });
  }
  return value;
}

function parse(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString());
  } catch {
    throw new ArchiveFault('package', 'the description is no JSON');
  }
}

function explain(errors: typeof isPackage.errors): string {
  return (errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`).join(', ');
}

/** What no schema says: that fields are there which others speak of. */
function faultsOf({ path, schema, format }: ResourceDescriptor, all: ReadonlyMap<string, ResourceDescriptor>): readonly string[] {
  const { fields, primaryKey = [], foreignKeys = [] } = schema;
  const names = fields.map(({ name }) => name);
  const refersToNothing = ({ fields: own, reference }: ForeignKeyDescriptor): boolean => {
    const target = all.get(reference.resource)?.schema.fields.map(({ name }) => name) ?? [];
    return own.length !== reference.fields.length || !isWithin(own, names) || !isWithin(reference.fields, target);
  };
  return [
    ...(new Set(names).size < names.length ? ['two fields of the table have the same name'] : []),
    ...(path.endsWith(`.${format}`) ? [] : ['the name of the file is not that of its format']),
    ...(isWithin(primaryKey, names) ? [] : ['the primary key names a field that is not there']),
    ...(foreignKeys.some(refersToNothing) ? ['a foreign key names a table or field that is not there'] : []),
  ];
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((each) => all.includes(each));
}
