const REFUSED = '... on Refusal { code message remedy }';
const DONE = `{ __typename ... on Request { id state version } ${REFUSED} }`;
const PROBLEM = 'problem { errorClass message remedy }';

/**
 * Every document that the console sends. A session may send no others, so their digests are committed beside the service, which
 * refuses what is not among them: after a change here run `npm run reports`, which generates their types too.
 */
export const DOCUMENTS = {
  viewer: 'query ConsoleViewer { viewer { id controller permissions } }',
  inbox: `query ConsoleInbox($first: Int!, $after: String, $states: [RequestState!], $dueBefore: DateTime, $reference: String, $order: RequestOrder) {
  requests(first: $first, after: $after, states: $states, dueBefore: $dueBefore, reference: $reference, order: $order) {
    edges { node { id reference state rights receivedAt dueAt queued complete possibleEvents ${PROBLEM}
      tasks { id outcome } questions { id isOpen } } }
    pageInfo { hasNextPage endCursor } totalCount } }`,
  request: `query ConsoleRequest($id: ID!) { request(id: $id) { id reference state version rights format language receivedAt dueAt
  identifierKinds complete included queued expiresAt possibleEvents ${PROBLEM}
  ledger { source collection outcome blocking included queued records files attempts message remedy }
  archive { bytes records files } questions { id isOpen } tasks { id source outcome } } }`,
  deadlines: `query ConsoleDeadlines($id: ID!, $language: Language) { request(id: $id) { id
  deadlines(language: $language) { workBy limit isExtended pausedDays calendar dates { name title date isVerified sentences } } } }`,
  gate: `query ConsoleGate($id: ID!, $language: Language) { request(id: $id) { id
  gate(language: $language) { release answer reasons { code what remedy count places { source collection field count } } }
  reportPreviews { language form path } } }`,
  trail: `query ConsoleTrail($first: Int!, $after: String, $request: ID) { auditTrail(first: $first, after: $after, request: $request) {
    edges { node { id at actorKind actor action outcome } } pageInfo { hasNextPage endCursor } totalCount } }`,
  people: 'query ConsolePeople { staff { id displayName } }',
  matches: `query ConsoleMatches($id: ID!) { request(id: $id) { id
  matches { id source collection recordId tier decision reasons review evidence { identifier field how } } } }`,
  doubtful: `query ConsoleDoubtful($request: ID!, $match: ID!) { doubtfulMatch(request: $request, match: $match) { __typename
  ... on DoubtfulMatch { found { field kind part value } given { kind part value } } ${REFUSED} } }`,
  asked: `query ConsoleAsked($request: ID!) { asked(request: $request) { __typename
  ... on Asked { identifiers { position kind namespace part value provedBy } words { name text } } ${REFUSED} } }`,
  attest: `mutation ConsoleAttest($id: ID!, $attestations: [AttestationInput!]!) { attestIdentity(id: $id, attestations: $attestations) ${DONE} }`,
  start: `mutation ConsoleStart($id: ID!) { startRequest(id: $id) ${DONE} }`,
  pause: `mutation ConsolePause($id: ID!) { pauseRequest(id: $id) ${DONE} }`,
  resume: `mutation ConsoleResume($id: ID!) { resumeRequest(id: $id) ${DONE} }`,
  retry: `mutation ConsoleRetry($id: ID!) { retryRequest(id: $id) ${DONE} }`,
  review: `mutation ConsoleReview($id: ID!, $review: ReviewInput!) { reviewMatch(id: $id, review: $review) ${DONE} }`,
  refuse: `mutation ConsoleRefuse($id: ID!, $reason: String!) { refuseRequest(id: $id, reason: $reason) ${DONE} }`,
  release: `mutation ConsoleRelease($id: ID!, $release: ReleaseInput!) { releaseRequest(id: $id, release: $release) ${DONE} }`,
} as const;
