const REQUEST = `
fragment RequestParts on Request {
  id reference state version rights format language receivedAt dueAt identifierKinds complete included queued
  expiresAt possibleEvents createdAt updatedAt
  ledger { source collection outcome blocking included queued records files attempts message remedy }
  problem { errorClass message remedy }
  archive { bytes sha256 records files }
}`;

const RESULT = '{ __typename ... on Request { ...RequestParts } ... on Refusal { code message remedy } }';

/** A mutation of one request, with at most one more argument. */
function mutation(name: string, ...more: readonly (readonly [name: string, type: string])[]): string {
  const args = [['id', 'ID!'] as const, ...more];
  const declared = args.map(([arg, type]) => `$${arg}: ${type}`).join(', ');
  const passed = args.map(([arg]) => `${arg}: $${arg}`).join(', ');
  return `mutation ${name.charAt(0).toUpperCase()}${name.slice(1)}(${declared}) { ${name}(${passed}) ${RESULT} }${REQUEST}`;
}

const MEMBER = 'id login displayName roles hasPassword hasSecondFactor createdAt lockedUntil disabledAt';
const TOKEN = 'id name scopes createdBy createdAt expiresAt lastUsedAt revokedAt';
const TASK = 'id source openedAt dueAt outcome endedAt endedBy rows files';
const DELIVERY = 'isAutomatic sentAt expiresAt isRevoked isLocked failures completed left packing isBeingLocked isLockAwaited';
const RECEIVED = 'id sender offered receivedAt expiresAt bytes sha256';
const REFUSED = '... on Refusal { code message remedy }';
const MEMBER_RESULT = `{ __typename ... on StaffMember { ${MEMBER} } ${REFUSED} }`;
const HANDED = `{ __typename ... on HandedOver { request { ...RequestParts } claimCode } ${REFUSED} }`;
const INVITED = `{ __typename ... on Invitation { member { ${MEMBER} } oneTimeCode expiresAt } ${REFUSED} }`;

/**
 * Every document that the clients of this repository send. A browser's session may send no others. Their types are generated:
 * after a change here run `node apps/api/scripts/write-operations.mjs`, or `npm run reports`, which does it too.
 */
export const DOCUMENTS = {
  viewer: 'query Viewer { viewer { id kind controller controllers permissions } }',
  settings: `query Settings { settings { id name contact officer authority timeZone holidays hasRegister phoneRegion signs yaml } }`,
  setup: 'query Setup { setup { publicUrl mailServer mailFrom } }',
  mailCheck: 'query MailCheck { mailCheck { reached problem { errorClass message remedy } } }',
  connectors: `query Connectors { connectors { id title needsDataMap
  settings { name kind isRequired byDefault description options } } }`,
  checkConfiguration: 'query CheckConfiguration($yaml: String!) { checkConfiguration(yaml: $yaml) { line path what remedy } }',
  evidenceBundle:
    'query EvidenceBundle($request: ID!) { evidenceBundle(request: $request) { file pageInEnglish pageInFrench key } }',
  figures: `query Figures($from: LocalDate!, $to: LocalDate!) { figures(from: $from, to: $to) { __typename ${REFUSED}
  ... on Figures { months { month received open overdue answered refused cancelled lapsed inFirstMonth inTime extended paused automatic incomplete medianDays
  failingSources { source requests } } } } }`,
  register: `query Register($language: Language!) { register(language: $language) { id controller
  activities { id title role subjects systems purposes { id title bases } recipients
  retention { fields period days from criterion then laws isAssumed } } recipients { id title name role countries safeguard }
  lints { id severity article text remedy path line } assumptions { path because } unstated { path because } } }`,
  scope: `query Scope($language: Language!) { scope(language: $language) { source collection activity neverRead
  fields { field access { verdict reason text missing } portability { verdict reason text missing } } } }`,
  registerDrift: `query RegisterDrift($language: Language!) { register(language: $language) { id
  drift { code severity article source collection field activity what remedy } } }`,
  request: `query Request($id: ID!) { request(id: $id) { ...RequestParts } }${REQUEST}`,
  requests: `query Requests($first: Int!, $after: String, $states: [RequestState!]) {
  requests(first: $first, after: $after, states: $states) {
    edges { cursor node { id reference state receivedAt dueAt queued complete possibleEvents } }
    pageInfo { hasNextPage endCursor } totalCount } }`,
  requestWork: `query RequestWork($id: ID!) { request(id: $id) { id state steps { id kind state attempts dueAt
  problem { errorClass message remedy } readings { source collection outcome records files } } } }`,
  outsideWords:
    'query OutsideWords($id: ID!) { request(id: $id) { id state outsideWords { dpv drp { status reason } openDsr } } }',
  requestContacts: `query RequestContacts($id: ID!) { request(id: $id) { id state contacts { probe isNew told objectedAt cooledOffAt } } }`,
  requestDeadlines: `query RequestDeadlines($id: ID!, $language: Language) { request(id: $id) { id
  deadlines(language: $language) { received workBy limit lateFrom notBefore calendar isExtended pausedDays dates { name title date isVerified sentences } } } }`,
  requestClock: `query RequestClock($id: ID!) { request(id: $id) { id receivedAt dueAt agenda { on what isPast }
  questions { id kind doubt records sources askedAt askedBy confirmedBy isOpen isCounted answeredAt scopeAnswer supplementarySentAt }
  extension { reason decidedAt decidedBy noticeSentAt promisedOn holds } reminders { id receivedAt notedBy }
  otherRights { right dueOn notedAt notedBy outcome endedAt endedBy isWishedFirst } } }`,
  clockWords: `query ClockWords($id: ID!) { request(id: $id) { id questions { id text answer } reminders { id text }
  otherRights { right text endText } } }`,
  requestGate: `query RequestGate($id: ID!, $language: Language) { request(id: $id) { id state rulings { source collection field ruling }
  gate(language: $language) { release answer reasons { code what remedy count places { source collection field count } } }
  retention { source collection activity counts { status records } overdueSince } } }`,
  requestProof: `query RequestProof($id: ID!, $language: Language) { request(id: $id) { id state
  proof(language: $language) { required reached isEnough onBehalf reasons { code what } brought { kind at by issuer } doubts { id because at by }
  document { demandedAt demandedBy harmLevel isSpecial deleteBy checked { kind outcome at by } }
  representation { outcome evidence answerTo purpose directive { kind directs } at by } } } }`,
  proofWords: `query ProofWords($id: ID!) { request(id: $id) { id proof { doubts { id text } } } }`,
  documentWhy: `query DocumentWhy($id: ID!) { request(id: $id) { id proof { document { why { dataTypes nature context harm nothingLess } } } } }`,
  reportPreviews: `query ReportPreviews($id: ID!) { request(id: $id) { id state reportPreviews { language form path } } }`,
  recordRulings: `query RecordRulings($id: ID!) { request(id: $id) { id state recordRulings {
  number source collection recordId field stretches { start end } reason outcome by at holds } } }`,
  heirPart: `query HeirPart($id: ID!, $language: Language) { request(id: $id) { id state heirPart(language: $language) { purpose isRuled
  collections { source collection title records files standing needed } rulings { isNeeded places { source collection recordId } reason by at } } } }`,
  requestNotices: `query RequestNotices($id: ID!, $language: Language) { request(id: $id) { id
  notices(language: $language) { recipients { id title name role countries onlyIf isAssumed activities } unstated } } }`,
  matches: `query Matches($id: ID!) { request(id: $id) { id state matches { id source collection recordId tier decision reasons review evidence { identifier field how } } decisions { event reason refusedAs meantFor wouldHelp by at } } }`,
  findings: `query Findings($request: ID!, $source: String!, $collection: String!, $first: Int!, $after: String, $unmask: Boolean) {
  findings(request: $request, source: $source, collection: $collection, first: $first, after: $after, unmask: $unmask) { __typename
  ... on FindingConnection { edges { cursor node { recordId values { field type json masked thirdParty } paths { collection recordId references } } }
  pageInfo { hasNextPage endCursor } totalCount } ${REFUSED} } }`,
  overdueRecords: `query OverdueRecords($request: ID!, $language: Language, $first: Int!, $after: String) {
  overdueRecords(request: $request, language: $language, first: $first, after: $after) { __typename
  ... on OverdueRecordConnection { edges { cursor node { source collection recordId activity expiredOn then rule assumed why unchecked } }
  pageInfo { hasNextPage endCursor } totalCount } ${REFUSED} } }`,
  identifierValues: `query IdentifierValues($request: ID!) { identifierValues(request: $request) { __typename
  ... on IdentifierValues { values { identifier value } } ${REFUSED} } }`,
  doubtfulMatch: `query DoubtfulMatch($request: ID!, $match: ID!) { doubtfulMatch(request: $request, match: $match) { __typename
  ... on DoubtfulMatch { found { field kind namespace part value } given { kind namespace part value } } ${REFUSED} } }`,
  asked: `query Asked($request: ID!) { asked(request: $request) { __typename
  ... on Asked { identifiers { position kind namespace part value provedBy } words { name text } } ${REFUSED} } }`,
  requestTasks: `query RequestTasks($id: ID!) { request(id: $id) { id state complete tasks { ${TASK} } } }`,
  openTasks: `query OpenTasks($first: Int!, $after: String) { openTasks(first: $first, after: $after) {
    edges { cursor node { id reference state dueAt tasks { ${TASK} } } } pageInfo { hasNextPage endCursor } totalCount } }`,
  task: `query Task($request: ID!, $task: ID!, $language: Language) { task(request: $request, task: $task, language: $language) { __typename
  ... on TaskToDo { task { ${TASK} } instructions doneBy collections told { kind namespace part value } files { id collection name bytes } statements { outcome text } } ${REFUSED} } }`,
  requestAnswers: `query RequestAnswers($id: ID!) { request(id: $id) { id reference state complete outstanding steps { kind state dueAt }
    answers { releasedAt expiresAt complete missing givenUpAt archive { sha256 records } } } }`,
  requestDelivery: `query RequestDelivery($id: ID!) { request(id: $id) { id state wantedPacking delivery { ${DELIVERY} } } }`,
  sources: `query Sources { sources { id title connector connectorVersion lastCheck { at sound drifted }
  coverage { collections fields categorised } lastSearch { at collections troubles { collection outcome message remedy } } } }`,
  checkDataMap: 'query CheckDataMap($yaml: String!) { checkDataMap(yaml: $yaml) { line path what remedy } }',
  dataMap: `query DataMap($source: ID!, $language: Language!) { dataMap(source: $source, language: $language) { source yaml file
  problem { errorClass message remedy } unmapped { table because }
  collections { name title description activity isSearched because isLog gaps references { name to isOwned shows }
  fields { name title description category origin identifies isSpecial isThirdParty isFreeText isSecret } } } }`,
  trailVerdict: 'query TrailVerdict { trailVerdict { holds at entries head fault line checkpoints unsigned } }',
  plan: 'query Plan($request: ID!) { plan(request: $request) { source collection reach calls rowsToScan message remedy } }',
  auditTrail: `query AuditTrail($first: Int!, $after: String, $request: ID, $action: String) {
  auditTrail(first: $first, after: $after, request: $request, action: $action) {
    edges { cursor node { id at actorKind actor action objectType object outcome details sequence hash } }
    pageInfo { hasNextPage endCursor } totalCount } }`,
  openRequest: `mutation OpenRequest($input: OpenRequestInput!) { openRequest(input: $input) ${RESULT} }${REQUEST}`,
  handOverRequest: `mutation HandOverRequest($input: OpenRequestInput!, $assertion: String) { handOverRequest(input: $input, assertion: $assertion) ${HANDED} }${REQUEST}`,
  attestIdentity: mutation('attestIdentity', ['attestations', '[AttestationInput!]!']),
  startRequest: mutation('startRequest'),
  retryRequest: mutation('retryRequest'),
  retrySource: mutation('retrySource', ['source', 'ID!']),
  endTask: mutation('endTask', ['task', 'ID!'], ['end', 'TaskEndInput!']),
  takeTaskFileBack: mutation('takeTaskFileBack', ['task', 'ID!'], ['file', 'ID!']),
  pauseRequest: mutation('pauseRequest'),
  resumeRequest: mutation('resumeRequest'),
  shredRequest: mutation('shredRequest'),
  cancelRequest: mutation('cancelRequest', ['reason', 'String!']),
  refuseRequest: mutation('refuseRequest', ['reason', 'String!']),
  answerWrongController: mutation('answerWrongController', ['answer', 'WrongControllerInput!']),
  refuseOnGround: mutation('refuseOnGround', ['refusal', 'GroundedRefusalInput!']),
  refusalOutlook: `query RefusalOutlook($id: ID!) { request(id: $id) { id refusalOutlook { notExcessive holdsSpecialCategories compared isAll
  earlier { id reference receivedOn days isSameScope isWithinYear moreRecords } } } }`,
  refuseUnidentifiable: mutation('refuseUnidentifiable', ['refusal', 'UnidentifiableInput!']),
  reviewMatch: mutation('reviewMatch', ['review', 'ReviewInput!']),
  letterPreview: `query LetterPreview($id: ID!, $letter: LetterInput!) { letterPreview(id: $id, letter: $letter) { __typename
  ... on LetterPreview { kind title html text } ${REFUSED} } }`,
  letters: `query Letters($id: ID!) { request(id: $id) { id letters { number kind language html sha256 by at } } }`,
  messages: `query Messages($id: ID!) { request(id: $id) { id messages { id kind language state queuedAt sentAt receipt failedAt bouncedAt nextTryAt
  problem { errorClass message remedy } } } }`,
  webhookCalls: `query WebhookCalls($id: ID!) { request(id: $id) { id webhookCalls { id endpoint event happenedAt state tries status sentAt failedAt
  nextTryAt problem { errorClass message remedy } } } }`,
  transmissions: `query Transmissions($id: ID!) { request(id: $id) { id transmissions { id receiver orderedBy orderedAt state endedAt reason
  receipt { sha256 bytes } } } }`,
  transmissionReceivers: 'query TransmissionReceivers { transmissionReceivers { id name takesData } }',
  receivedTransmissions: `query ReceivedTransmissions { receivedTransmissions { ${RECEIVED} } }`,
  deleteReceivedTransmission: `mutation DeleteReceivedTransmission($id: ID!) { deleteReceivedTransmission(id: $id) { __typename
  ... on ReceivedTransmission { ${RECEIVED} } ${REFUSED} } }`,
  orderTransmission: mutation('orderTransmission', ['transmission', 'TransmissionInput!']),
  failedWebhookCalls: `query FailedWebhookCalls { failedWebhookCalls { request reference call { id endpoint event happenedAt tries failedAt
  problem { errorClass message remedy } } } }`,
  webhookEndpoints: `query WebhookEndpoints { webhookEndpoints { id events isConfigured waiting sent failed waitingSince lastSentAt lastFailedAt } }`,
  sendWebhookAgain: mutation('sendWebhookAgain', ['call', 'ID!']),
  recordBounce: mutation('recordBounce', ['message', 'ID!'], ['bouncedAt', 'DateTime']),
  breaches: `query Breaches($id: ID!) { request(id: $id) { id breaches { id knownAt notedAt notedBy notifyBy minutesLeft isLate releasedAt sha256
  records files openings downloads outcome endedAt endedBy words endWords } } }`,
  noteWrongRecipient: mutation('noteWrongRecipient', ['noted', 'WrongRecipientInput!']),
  endBreach: mutation('endBreach', ['breach', 'ID!'], ['end', 'BreachEndInput!']),
  duties: `query Duties($id: ID!) { request(id: $id) { id duties { id kind activity forWhom records channel promisesDestruction directives
  notedAt notedBy outcome endedAt endedBy words endWords } } }`,
  channel: 'query Channel($id: ID!) { request(id: $id) { id channel } }',
  chooseChannel: mutation('chooseChannel', ['channel', 'AnswerChannel!']),
  noteDeath: mutation('noteDeath', ['words', 'String']),
  endDuty: mutation('endDuty', ['duty', 'ID!'], ['end', 'DutyEndInput!']),
  fee: `query Fee($id: ID!) { request(id: $id) { id fee { standing cause earlier earlierOn costs { cost cents } total currency answerBy
  announcedAt announcedBy acceptedAt acceptedBy endedAt evidence } } }`,
  announceFee: mutation('announceFee', ['fee', 'FeeInput!']),
  noteFee: mutation('noteFee', ['noted', 'FeeNoteInput!']),
  waiveFee: mutation('waiveFee', ['words', 'String']),
  writeLetter: mutation('writeLetter', ['letter', 'LetterInput!']),
  ruleOnField: mutation('ruleOnField', ['ruling', 'RulingInput!']),
  ruleOnRecord: mutation('ruleOnRecord', ['ruling', 'RecordRulingInput!']),
  ruleForPurpose: mutation('ruleForPurpose', ['ruling', 'PurposeRulingInput!']),
  provableFacts: `query ProvableFacts($id: ID!, $language: Language) { request(id: $id) { id
  provableFacts(language: $language) { source collection collectionTitle field title type } } }`,
  checkKnownFacts: `mutation CheckKnownFacts($id: ID!, $facts: [KnownFactInput!]!) { checkKnownFacts(id: $id, facts: $facts) { __typename
  ... on FactsCheck { isRight triesLeft } ${REFUSED} } }`,
  demandDocument: mutation('demandDocument', ['why', 'ProportionalityInput!']),
  decideDocument: mutation('decideDocument', ['verdict', 'DocumentVerdictInput!']),
  decideRepresentation: mutation('decideRepresentation', ['representation', 'RepresentationInput!']),
  noteDoubt: mutation('noteDoubt', ['doubt', 'DoubtInput!']),
  askQuestion: mutation('askQuestion', ['question', 'QuestionInput!']),
  answerQuestion: mutation('answerQuestion', ['answer', 'AnswerInput!']),
  extendRequest: mutation('extendRequest', ['extension', 'ExtensionInput!']),
  correctReceipt: mutation('correctReceipt', ['receipt', 'ReceiptInput!']),
  linkReminder: mutation('linkReminder', ['reminder', 'ReminderInput!']),
  noteOtherRights: mutation('noteOtherRights', ['noted', 'OtherRightsInput!']),
  endOtherRight: mutation('endOtherRight', ['end', 'OtherRightEndInput!']),
  releaseRequest: mutation('releaseRequest', ['release', 'ReleaseInput!']),
  renewClaimCode: `mutation RenewClaimCode($id: ID!) { renewClaimCode(id: $id) ${HANDED} }${REQUEST}`,
  packArchive: `mutation PackArchive($id: ID!, $packing: Packing!) { packArchive(id: $id, packing: $packing) { __typename
  ... on PackedArchive { passphrase request { id } } ${REFUSED} } }`,
  renewLink: mutation('renewLink'),
  revokeLink: mutation('revokeLink'),
  checkSource: `mutation CheckSource($id: ID!) { checkSource(id: $id) { __typename ... on SourceCheck { source system readOnly sound
  collections { collection status problems { errorClass message remedy } } advice { collection text ddl } problem { errorClass message remedy } }
  ... on Refusal { code message remedy } } }`,
  staff: `query Staff { staff { ${MEMBER} } }`,
  addStaff: `mutation AddStaff($input: NewStaffInput!) { addStaff(input: $input) ${INVITED} }`,
  changeGrants: `mutation ChangeGrants($id: ID!, $roles: [Role!]!) { changeGrants(id: $id, roles: $roles) ${MEMBER_RESULT} }`,
  disableStaff: `mutation DisableStaff($id: ID!) { disableStaff(id: $id) ${MEMBER_RESULT} }`,
  resetStaff: `mutation ResetStaff($id: ID!) { resetStaff(id: $id) ${INVITED} }`,
  tokenScopes: 'query TokenScopes { tokenScopes }',
  tokens: `query Tokens { tokens { ${TOKEN} } }`,
  createToken: `mutation CreateToken($input: NewTokenInput!) { createToken(input: $input) { __typename
  ... on IssuedToken { token description { ${TOKEN} } } ${REFUSED} } }`,
  revokeToken: `mutation RevokeToken($id: ID!) { revokeToken(id: $id) { __typename ... on ServiceToken { ${TOKEN} } ${REFUSED} } }`,
  sessions: 'query Sessions { sessions { id createdAt lastSeenAt expiresAt isThis } }',
  revokeSession: `mutation RevokeSession($id: ID!) { revokeSession(id: $id) { __typename ... on EndedSession { id } ${REFUSED} } }`,
  passkeys: 'query Passkeys { passkeys { id name createdAt lastUsedAt } }',
  removePasskey: `mutation RemovePasskey($id: ID!) { removePasskey(id: $id) { __typename ... on RemovedPasskey { id } ${REFUSED} } }`,
} as const;
