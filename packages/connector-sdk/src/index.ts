export { Secret } from './secret.js';
export type { JsonObject, JsonValue } from './json.js';
export { parseFaithfulJson } from './faithful-json.js';
export { ConnectorError, InvalidInputError, isRetryable } from './errors.js';
export { onAbort } from './on-abort.js';
export type { ConnectorErrorDetails, ErrorClass, InputFault } from './errors.js';
export { compareIdentifiers, IDENTIFIER_KINDS, toIdentifier, toIdentifiers } from './identifier/identifier.js';
export type { CanonicalForm } from './identifier/canonical-form.js';
export type { CanonicalOptions, Identifier, IdentifierKind } from './identifier/identifier.js';
export { canonicalBirthDate } from './identifier/birth-date.js';
export { canonicalEmail } from './identifier/email.js';
export { canonicalName, nameWords } from './identifier/name.js';
export { canonicalPhone } from './identifier/phone.js';
export { fileId, recordId } from './contract/record.js';
export type { FileReference, FoundFile, RecordKey, SourceRecord, Via } from './contract/record.js';
export type { CarriageNote, Outcome, Problem } from './contract/outcome.js';
export { CarriageNotes } from './contract/notes.js';
export type { CollectionSpec, FieldSpec, FieldType, Lookup, Origin } from './contract/collection.js';
export type {
  Advice,
  CollectionHealth,
  Cursor,
  DescribedCollection,
  DescribedReference,
  Done,
  Evidence,
  FoundIdentifier,
  Item,
  Located,
  Match,
  PlannedCollection,
  PlannedCost,
  ReadRequest,
  Session,
  SourceHealth,
  SubjectQuery,
} from './contract/session.js';
export { connectorManifestSchema } from './contract/manifest.js';
export type { ConnectorManifest } from './contract/manifest.js';
export { defineConnector } from './contract/connector.js';
export type { Connector, SessionContext } from './contract/connector.js';
export { dataMapSchema, fieldSchema, identifierSchema, texts } from './data-map/data-map.js';
export { describedField } from './data-map/described-field.js';
export type { FieldDescription } from './data-map/described-field.js';
export type { DataMap, DataMapCollection, DataMapField, DataMapReference } from './data-map/data-map.js';
export { parseDataMap } from './data-map/parse-data-map.js';
export type { DataMapFile } from './data-map/parse-data-map.js';
export { connectorManifestJsonSchema, dataMapJsonSchema } from './json-schemas.js';
export { nearestWord } from './input/nearest-word.js';
export { faultsInOrder, readYaml } from './input/read-yaml.js';
export type { ValueFault } from './input/issue-faults.js';
export type { ReadYamlOptions, YamlFile } from './input/read-yaml.js';
export { evidenceIn, identifiersIn, ownIdentifiers } from './evidence/evidence.js';
export type { Finding, IdentifyingField } from './evidence/evidence.js';
export { merge } from './streams/merge.js';
