import { newRequest } from '../root-fields.js';
import { SENT } from './hostile-client.js';

const many = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const nested = (depth: number): string => `${'... on Query { '.repeat(depth)} viewer { id } ${'}'.repeat(depth)}`;
const PAGE = 'query P($first: Int!, $after: String) { requests(first: $first, after: $after) { totalCount } }';
/** Opens a request, and gives the code of the refusal. */
export const OPEN = 'mutation O($input: OpenRequestInput!) { openRequest(input: $input) { ... on Refusal { code message } } }';
/** Variables of `OPEN`: a good input, with a change. */
export const openInput = (change: object): object => ({ variables: { input: { ...newRequest(), ...change } } });

/** Attacks, and the one code that each is refused with. */
export const REFUSED_DOCUMENTS: readonly (readonly [attack: string, code: string, query: unknown, more?: object])[] = [
  ['deep nesting', 'TOO_MUCH', `{ ${nested(9)} }`],
  ['nesting as deep as tokens go', 'TOO_MUCH', `{ ${nested(150)} }`],
  [
    'nested fragments',
    'TOO_MUCH',
    `{ ...F0 } ${many(9, (n) => `fragment F${String(n)} on Query { ${n === 8 ? 'viewer { id }' : `...F${String(n + 1)}`} }`)}`,
  ],
  ['many aliases', 'TOO_MUCH', `{ viewer { ${many(11, (n) => `a${String(n)}: id`)} } }`],
  [
    'many aliases in a fragment',
    'TOO_MUCH',
    `{ viewer { ...F } } fragment F on Viewer { ${many(11, (n) => `a${String(n)}: id`)} }`,
  ],
  [
    'aliases in a fragment that is spread often',
    'TOO_MUCH',
    `{ viewer { ...F ...F ...F } } fragment F on Viewer { ${many(4, (n) => `a${String(n)}: id`)} }`,
  ],
  ['the same root field many times', 'TOO_MUCH', `{ ${many(6, () => 'viewer { id }')} }`],
  [
    'root fields in fragments',
    'TOO_MUCH',
    `{ ...F ...F } fragment F on Query { viewer { id } sources { id } ... on Query { sources { title } } }`,
  ],
  [
    'root fields in fragments of fragments',
    'TOO_MUCH',
    '{ ...F ...F } fragment F on Query { ...G ...G } fragment G on Query { viewer { id } sources { id } }',
  ],
  [
    'mutations in a fragment',
    'TOO_MUCH',
    'mutation { ...F } fragment F on Mutation { a: startRequest(id: "1") { __typename } b: startRequest(id: "2") { __typename } c: startRequest(id: "3") { __typename } }',
  ],
  [
    'fragments that double twelve times',
    'TOO_MUCH',
    `{ ...F0 } ${many(12, (n) => `fragment F${String(n)} on Query { ${n === 11 ? 'viewer { id }' : `...F${String(n + 1)} ...F${String(n + 1)}`} }`)}`,
  ],
  [
    'fields that double below a root field',
    'TOO_MUCH',
    `{ request(id: "x") { ...F0 } } ${many(7, (n) => `fragment F${String(n)} on Request { ${n === 6 ? many(40, () => 'id') : many(7, () => `...F${String(n + 1)}`)} }`)}`,
  ],
  ['a fragment that spreads itself', 'GRAPHQL_VALIDATION_FAILED', '{ ...F } fragment F on Query { ...F }'],
  [
    'two fragments that spread each other',
    'GRAPHQL_VALIDATION_FAILED',
    '{ ...F } fragment F on Query { viewer { id } ...G } fragment G on Query { ...F }',
  ],
  ['a fragment that is not there', 'GRAPHQL_VALIDATION_FAILED', `{ ...${SENT} }`],
  ['a huge page', 'TOO_MUCH', PAGE, { variables: { first: 100_000 } }],
  ['a huge page as a default', 'TOO_MUCH', PAGE.replace('Int!', 'Int! = 100000')],
  ['pages within pages', 'TOO_MUCH', `{ requests(first: 100) { edges { node { ${many(30, () => 'id')} } } } }`],
  ['a page that is too large', 'INVALID_INPUT', PAGE, { variables: { first: 101 } }],
  ['a negative page', 'INVALID_INPUT', PAGE, { variables: { first: -1 } }],
  ['an empty page', 'INVALID_INPUT', PAGE, { variables: { first: 0 } }],
  ['a page beyond all integers', 'BAD_USER_INPUT', PAGE, { variables: { first: 2 ** 31 } }],
  [
    'no page where there is a default',
    'BAD_USER_INPUT',
    'query ($first: Int = 5) { requests(first: $first) { totalCount } }',
    { variables: { first: null } },
  ],
  ['a list that is too long', 'TOO_MUCH', OPEN, openInput({ rights: Array.from({ length: 101 }, () => 'access') })],
  ['a cursor that is none', 'INVALID_INPUT', PAGE, { variables: { first: 1, after: SENT } }],
  [
    'a cursor of another shape',
    'INVALID_INPUT',
    PAGE,
    { variables: { first: 1, after: Buffer.from('{"__proto__":[1]}').toString('base64url') } },
  ],
  ['many directives', 'TOO_MUCH', `{ viewer { ${many(21, () => 'id @include(if: true)')} } }`],
  ['too many tokens', 'GRAPHQL_PARSE_FAILED', `{ viewer { ${many(1_001, () => 'id')} } }`],
  ['introspection', 'GRAPHQL_VALIDATION_FAILED', '{ __schema { types { name } } }'],
  ['introspection of one type', 'GRAPHQL_VALIDATION_FAILED', '{ __type(name: "Request") { fields { name } } }'],
  ['a field that is nearly there', 'GRAPHQL_VALIDATION_FAILED', '{ requets { totalCount } }'],
  ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', `{ ${SENT} }`],
  ['an unknown argument', 'GRAPHQL_VALIDATION_FAILED', `{ viewer(${SENT}: 1) { id } }`],
  ['an unknown directive', 'GRAPHQL_VALIDATION_FAILED', `{ viewer @${SENT} { id } }`],
  ['a subscription', 'GRAPHQL_VALIDATION_FAILED', `subscription { ${SENT} }`],
  ['a type definition', 'GRAPHQL_VALIDATION_FAILED', `type ${SENT} { id: ID }`],
  ['a wrong enumeration', 'GRAPHQL_VALIDATION_FAILED', `{ requests(states: [${SENT}]) { totalCount } }`],
  [
    'a wrong enumeration by variable',
    'BAD_USER_INPUT',
    'query ($s: [RequestState!]) { requests(states: $s) { totalCount } }',
    { variables: { s: [SENT] } },
  ],
  ['a wrong type', 'GRAPHQL_VALIDATION_FAILED', `{ requests(first: "${SENT}") { totalCount } }`],
  ['a wrong type by variable', 'BAD_USER_INPUT', PAGE, { variables: { first: SENT } }],
  ['a variable that is not given', 'BAD_USER_INPUT', PAGE],
  ['an unknown key of an input', 'BAD_USER_INPUT', OPEN, openInput({ [SENT]: 1 })],
  [
    'a prototype as a key of an input',
    'BAD_USER_INPUT',
    OPEN,
    openInput(JSON.parse(`{"__proto__":{"clientKey":"${SENT}"}}`) as object),
  ],
  ['a date that is none', 'BAD_USER_INPUT', OPEN, openInput({ receivedAt: SENT })],
  ['a number as a date', 'BAD_USER_INPUT', OPEN, openInput({ receivedAt: 5 })],
  [
    'an operation that is not there',
    'OPERATION_RESOLUTION_FAILURE',
    'query A { viewer { id } } query B { viewer { id } }',
    { operationName: SENT },
  ],
  ['two operations and no name', 'OPERATION_RESOLUTION_FAILURE', 'query A { viewer { id } } query B { viewer { id } }'],
  ['an unfinished document', 'GRAPHQL_PARSE_FAILED', `{ viewer(id: "${SENT}`],
  ['a null byte', 'GRAPHQL_PARSE_FAILED', `{ viewer { id } \u0000 ${SENT} }`],
  ['a lone surrogate', 'GRAPHQL_PARSE_FAILED', '{ viewer { \ud800 } }'],
  ['nothing', 'BAD_REQUEST', ''],
  ['a number', 'BAD_REQUEST', 5],
  ['a parsed document', 'BAD_REQUEST', { kind: 'Document', definitions: [] }],
  ['variables as text', 'BAD_REQUEST', PAGE, { variables: `{"first":"${SENT}"}` }],
  ['variables as a list', 'BAD_REQUEST', PAGE, { variables: [SENT] }],
  ['a number as the name of an operation', 'BAD_REQUEST', PAGE, { operationName: 5 }],
  [
    'a persisted query',
    'PERSISTED_QUERY_NOT_SUPPORTED',
    undefined,
    { extensions: { persistedQuery: { version: 1, sha256Hash: SENT } } },
  ],
];
