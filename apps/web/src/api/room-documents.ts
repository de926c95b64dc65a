const REFUSED = '... on Refusal { code message remedy }';
const PROBLEM = 'problem { errorClass message remedy }';
const MEMBER = 'id login displayName roles hasPassword hasSecondFactor createdAt lockedUntil disabledAt';
const TOKEN = 'id name scopes createdBy createdAt expiresAt lastUsedAt revokedAt';
const INVITED = `{ __typename ... on Invitation { member { id displayName } oneTimeCode expiresAt } ${REFUSED} }`;
const CHANGED = `{ __typename ... on StaffMember { id } ${REFUSED} }`;

/** What the rooms beside the requests send; see `documents.ts`, of which they are a part. */
export const ROOM_DOCUMENTS = {
  sources: `query ConsoleSources { sources { id title connector connectorVersion lastCheck { at sound drifted }
  coverage { collections fields categorised } lastSearch { at collections troubles { collection outcome message remedy } } } }`,
  checkSource: `mutation ConsoleCheckSource($id: ID!) { checkSource(id: $id) { __typename ... on SourceCheck { source system readOnly sound
  ${PROBLEM} collections { collection status problems { errorClass message remedy } } advice { collection text ddl } } ${REFUSED} } }`,
  dataMap: `query ConsoleDataMap($source: ID!, $language: Language!) { dataMap(source: $source, language: $language) { source yaml file ${PROBLEM}
  unmapped { table because } collections { name title description activity isSearched because isLog gaps
  references { name to isOwned shows } fields { name title description category origin identifies isSpecial isThirdParty isFreeText isSecret } } } }`,
  checkDataMap: 'query ConsoleCheckDataMap($yaml: String!) { checkDataMap(yaml: $yaml) { line path what remedy } }',
  activities: `query ConsoleActivities($language: Language!) { register(language: $language) { id activities { id title } } }`,
  cost: 'query ConsoleCost($request: ID!) { plan(request: $request) { source collection reach calls rowsToScan message remedy } }',
  references: `query ConsoleReferences($first: Int!, $states: [RequestState!], $reference: String) {
  requests(first: $first, states: $states, reference: $reference) { edges { node { id reference } } } }`,
  figures: `query ConsoleFigures($from: LocalDate!, $to: LocalDate!) { figures(from: $from, to: $to) { __typename ${REFUSED}
  ... on Figures { months { month received open overdue answered refused cancelled extended paused automatic incomplete inTime inFirstMonth medianDays
  failingSources { source requests } } } } }`,
  evidence: 'query ConsoleEvidence($request: ID!) { evidenceBundle(request: $request) { file pageInEnglish pageInFrench key } }',
  drift: `query ConsoleDrift($language: Language!) { register(language: $language) { id
  drift { code severity article source collection field activity what remedy } } }`,
  audit: `query ConsoleAudit($first: Int!, $after: String, $request: ID, $action: String) {
  auditTrail(first: $first, after: $after, request: $request, action: $action) {
  edges { node { id at actorKind actor action objectType object outcome details sequence } } pageInfo { hasNextPage endCursor } totalCount } }`,
  verdict: 'query ConsoleVerdict { trailVerdict { holds at entries head fault line checkpoints unsigned } }',
  staff: `query ConsoleStaff { staff { ${MEMBER} } }`,
  addStaff: `mutation ConsoleAddStaff($input: NewStaffInput!) { addStaff(input: $input) ${INVITED} }`,
  changeGrants: `mutation ConsoleChangeGrants($id: ID!, $roles: [Role!]!) { changeGrants(id: $id, roles: $roles) ${CHANGED} }`,
  disableStaff: `mutation ConsoleDisableStaff($id: ID!) { disableStaff(id: $id) ${CHANGED} }`,
  resetStaff: `mutation ConsoleResetStaff($id: ID!) { resetStaff(id: $id) ${INVITED} }`,
  tokens: `query ConsoleTokens { tokens { ${TOKEN} } tokenScopes }`,
  createToken: `mutation ConsoleCreateToken($input: NewTokenInput!) { createToken(input: $input) { __typename
  ... on IssuedToken { token description { id name expiresAt } } ${REFUSED} } }`,
  revokeToken: `mutation ConsoleRevokeToken($id: ID!) { revokeToken(id: $id) { __typename ... on ServiceToken { id } ${REFUSED} } }`,
  settings: `query ConsoleSettings { settings { id name contact officer authority timeZone holidays hasRegister phoneRegion signs yaml }
  webhookEndpoints { id events isConfigured waiting sent failed waitingSince lastSentAt lastFailedAt } }`,
  failedCalls: `query ConsoleFailedCalls { failedWebhookCalls { request reference call { id endpoint event happenedAt tries failedAt ${PROBLEM} } } }`,
  sendCallAgain: `mutation ConsoleSendCallAgain($id: ID!, $call: ID!) { sendWebhookAgain(id: $id, call: $call) { __typename ... on Request { id } ${REFUSED} } }`,
  setup: 'query ConsoleSetup { setup { publicUrl mailServer mailFrom } }',
  mailCheck: `query ConsoleMailCheck { mailCheck { reached ${PROBLEM} } }`,
  connectors: `query ConsoleConnectors { connectors { id title needsDataMap settings { name kind isRequired byDefault description options } } }`,
  checkConfiguration:
    'query ConsoleCheckConfiguration($yaml: String!) { checkConfiguration(yaml: $yaml) { line path what remedy } }',
  anyRequest: 'query ConsoleAnyRequest { requests(first: 1) { edges { node { id reference state } } totalCount } }',
  open: `mutation ConsoleOpen($input: OpenRequestInput!) { openRequest(input: $input) { __typename ... on Request { id reference state } ${REFUSED} } }`,
  access: `query ConsoleAccess { passkeys { id name createdAt lastUsedAt } sessions { id createdAt lastSeenAt expiresAt isThis } }`,
  removePasskey: `mutation ConsoleRemovePasskey($id: ID!) { removePasskey(id: $id) { __typename ... on RemovedPasskey { id } ${REFUSED} } }`,
  revokeSession: `mutation ConsoleRevokeSession($id: ID!) { revokeSession(id: $id) { __typename ... on EndedSession { id } ${REFUSED} } }`,
  register: `query ConsoleRegister($language: Language!) { register(language: $language) { id controller
  activities { id title role subjects systems recipients purposes { id title bases }
  retention { fields period days from criterion then laws isAssumed } } recipients { id title name role countries safeguard }
  lints { id severity article text remedy path line } assumptions { path because } unstated { path because } } }`,
  receivedTransmissions:
    'query ConsoleReceivedTransmissions { receivedTransmissions { id sender offered bytes sha256 receivedAt expiresAt } }',
  deleteReceivedTransmission: `mutation ConsoleDeleteReceivedTransmission($id: ID!) { deleteReceivedTransmission(id: $id) { __typename
  ... on ReceivedTransmission { id } ${REFUSED} } }`,
} as const;
