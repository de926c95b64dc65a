import { readdirSync, readFileSync } from 'node:fs';
import { type InputValueDefinitionNode, Kind, parse, type TypeNode } from 'graphql';

/** Why nothing is looked for of what is given there. */
const NAMES_OF_THE_HOUSE = 'names what the controller has configured, and nothing of a person';
const OF_STAFF = 'is about an account of staff, or of a program, which lives as long as that';
const DAY_OF_THE_WORK = 'is a day of the work on a request, of which facts stay';

/** The texts and days of mutations that are given no canary, and why. Each other one is: see `Canaries.places`. */
export const WITHOUT_CANARY: Readonly<Record<string, string>> = {
  'addStaff.input.displayName': OF_STAFF,
  'addStaff.input.login': OF_STAFF,
  'createToken.input.name': OF_STAFF,
  'createToken.input.scopes': OF_STAFF,
  'announceFee.fee.answerBy': DAY_OF_THE_WORK,
  'announceFee.fee.currency': 'is one of the codes of currencies',
  'extendRequest.extension.notice.promisedOn': DAY_OF_THE_WORK,
  'checkKnownFacts.facts.source': NAMES_OF_THE_HOUSE,
  'checkKnownFacts.facts.collection': NAMES_OF_THE_HOUSE,
  'checkKnownFacts.facts.field': NAMES_OF_THE_HOUSE,
  'endTask.end.rows.collection': NAMES_OF_THE_HOUSE,
  'handOverRequest.input.identifiers.namespace': NAMES_OF_THE_HOUSE,
  'openRequest.input.identifiers.namespace': NAMES_OF_THE_HOUSE,
  'ruleForPurpose.ruling.places.source': NAMES_OF_THE_HOUSE,
  'ruleForPurpose.ruling.places.collection': NAMES_OF_THE_HOUSE,
  'ruleForPurpose.ruling.reason':
    'lies sealed in the case file and in no trail, as rule-for-purpose.test.ts shows: no life here has an heir',
  'ruleOnField.ruling.source': NAMES_OF_THE_HOUSE,
  'ruleOnField.ruling.collection': NAMES_OF_THE_HOUSE,
  'ruleOnField.ruling.field': NAMES_OF_THE_HOUSE,
  'ruleOnRecord.ruling.source': NAMES_OF_THE_HOUSE,
  'ruleOnRecord.ruling.collection': NAMES_OF_THE_HOUSE,
  'ruleOnRecord.ruling.field': NAMES_OF_THE_HOUSE,
};

/** What is typed as a text or a day. Choices, numbers, yes and no, ids that the service has given out, and moments are told by themselves. */
const WRITTEN: ReadonlySet<string> = new Set(['String', 'LocalDate']);

/** Each place of the mutations of a schema at which a text or a day can be given: `askQuestion.question.text`. */
export function placesOfMutations(schema: string): readonly string[] {
  const { definitions } = parse(schema);
  const inputs = new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? [[each.name.value, each.fields ?? []] as const] : [],
    ),
  );
  const placesIn = ({ name, type }: InputValueDefinitionNode, above: string): readonly string[] => {
    const place = `${above}.${name.value}`;
    const fields = inputs.get(nameOf(type));
    if (fields !== undefined) return fields.flatMap((field) => placesIn(field, place));
    return WRITTEN.has(nameOf(type)) ? [place] : [];
  };
  const roots = definitions.filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === 'Mutation');
  const mutations = roots.flatMap((each) => (each.kind === Kind.OBJECT_TYPE_DEFINITION ? (each.fields ?? []) : []));
  return mutations.flatMap((mutation) => (mutation.arguments ?? []).flatMap((arg) => placesIn(arg, mutation.name.value)));
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

/** What comes in by HTTP, beside the mutations: the places in it that have a canary, or why there is none. */
export const BY_HTTP: Readonly<Record<string, readonly string[] | string>> = {
  'ask.routes.ts post /': ['email', 'phone', 'customerNumber', 'givenName', 'familyName', 'otherEmails', 'otherPhones', 'formerNames', 'period', 'message', 'requesterName', 'requesterEmail', 'authority'].map((name) => `/ask.${name}`), // prettier-ignore
  'ask.routes.ts post /follow': 'is a reference and a claim code, which are compared and not kept',
  'follow.routes.ts done /prove': 'is a code, which is compared and not kept',
  'follow.routes.ts done /prove/again': 'has no fields',
  'follow.routes.ts done /answer': ['/answer.answer'],
  'follow.routes.ts done /fee': 'has no fields',
  'follow.routes.ts done /link': 'has no fields',
  'follow.routes.ts done /missing': ['/missing.what'],
  'follow.routes.ts done /transmit': ['/transmit.other'],
  'follow.routes.ts done /not-me': 'has no fields',
  'follow.routes.ts done /withdraw': 'has no fields',
  'follow.routes.ts post /:id/document': ['/document.document', '/document.filename'],
  'document.routes.ts post /:id/document': ['document.body'],
  'task.routes.ts post /:id/tasks/:task/files/:collection': ['task files.body', 'task files.filename'],
  'intake.routes.ts post /': 'does what handOverRequest does, with the same input',
  'download.routes.ts post /:link': 'is the secret of a link and a claim code, which are compared and not kept',
  'download.routes.ts post /:link/packing': 'is a choice; a password is given out, and never taken in',
  'sign-in.routes.ts post /sign-in':
    'has no fields; what the provider says comes back in a form, and is kept as what is asked with',
  'sign-in.routes.ts post /requests/:id/sign-in': 'has no fields; what the provider says is kept as identifiers are',
  'sign-in.routes.ts post /d/:link/sign-in':
    'is the secret of a link, which is compared and not kept; the provider says who it is, as above',
  'stop.routes.ts post /:id/:secret': 'has no fields',
  'transmission.routes.ts put /:id': 'belongs to no request: received-transmissions.test.ts has its end',
  'register.routes.ts post /:format': 'is a register of processing, which names no subjects, and is not kept',
};

/** How staff signs in, and out. */
const STAFF_ROUTES: ReadonlySet<string> = new Set(['oidc.routes.ts', 'passkey.routes.ts', 'session.routes.ts']);

const ROUTES = new URL('../../src/http/', import.meta.url);

/** Each way in that the routes have, as {@link BY_HTTP} names them. */
export function waysIn(): readonly string[] {
  const files = readdirSync(ROUTES).filter((name) => name.endsWith('.routes.ts') && !STAFF_ROUTES.has(name));
  return files.flatMap((name) => {
    const text = readFileSync(new URL(name, ROUTES), 'utf8');
    const routes = [...text.matchAll(/router\.(post|put|patch|delete|all)\(\s*(?:'([^']*)')?/gu)];
    const done = /const DONE:[^{]*\{(.*?)\n\};/su.exec(text)?.[1] ?? '';
    return [
      ...routes.flatMap(([, method = '', path]) => (path === undefined ? [] : [`${name} ${method} ${path}`])),
      ...[...done.matchAll(/^ {2}'(\/[^']*)':/gmu)].map(([, path = '']) => `${name} done ${path}`),
    ];
  });
}
