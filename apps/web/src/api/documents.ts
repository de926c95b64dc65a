import { ROOM_DOCUMENTS } from './room-documents.js';

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
      tasks { id outcome } questions { id isOpen } breaches { id notifyBy outcome } duties { id kind outcome } } }
    pageInfo { hasNextPage endCursor } totalCount } }`,
  request: `query ConsoleRequest($id: ID!) { request(id: $id) { id reference state version rights format language receivedAt dueAt
  identifierKinds complete included queued expiresAt possibleEvents ${PROBLEM}
  ledger { source collection outcome blocking included queued records files attempts message remedy }
  isForHeir fee { standing } archive { bytes records files } questions { id isOpen } tasks { id source outcome dueAt } outstanding } }`,
  deadlines: `query ConsoleDeadlines($id: ID!, $language: Language) { request(id: $id) { id
  deadlines(language: $language) { workBy limit notBefore isExtended pausedDays calendar dates { name title date isVerified sentences } } } }`,
  gate: `query ConsoleGate($id: ID!, $language: Language, $previews: Boolean!) { request(id: $id) { id
  gate(language: $language) { release answer reasons { code what remedy count places { source collection field count } } }
  reportPreviews @include(if: $previews) { language form path } } }`,
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
  refuseUnproved: `mutation ConsoleRefuseUnproved($id: ID!, $reason: String!, $seen: Int) { refuseUnproved(id: $id, reason: $reason, seen: $seen) ${DONE} }`,
  refuseOnGround: `mutation ConsoleRefuseOnGround($id: ID!, $refusal: GroundedRefusalInput!, $seen: Int) {
  refuseOnGround(id: $id, refusal: $refusal, seen: $seen) ${DONE} }`,
  answerWrongController: `mutation ConsoleAnswerWrongController($id: ID!, $answer: WrongControllerInput!, $seen: Int) {
  answerWrongController(id: $id, answer: $answer, seen: $seen) ${DONE} }`,
  refuseUnidentifiable: `mutation ConsoleRefuseUnidentifiable($id: ID!, $refusal: UnidentifiableInput!, $seen: Int) {
  refuseUnidentifiable(id: $id, refusal: $refusal, seen: $seen) ${DONE} }`,
  refusalOutlook: `query ConsoleRefusalOutlook($id: ID!) { request(id: $id) { id refusalOutlook { unproved notExcessive holdsSpecialCategories compared isAll
  earlier { id reference receivedOn days isSameScope moreRecords } } } }`,
  decisions: `query ConsoleDecisions($id: ID!) { request(id: $id) { id
  decisions { event reason refusedAs ground lastRequestOn meantFor wouldHelp by at } } }`,
  cancel: `mutation ConsoleCancel($id: ID!, $reason: String!, $seen: Int) { cancelRequest(id: $id, reason: $reason, seen: $seen) ${DONE} }`,
  release: `mutation ConsoleRelease($id: ID!, $release: ReleaseInput!, $seen: Int) { releaseRequest(id: $id, release: $release, seen: $seen) ${DONE} }`,
  extend: `mutation ConsoleExtend($id: ID!, $extension: ExtensionInput!, $seen: Int) { extendRequest(id: $id, extension: $extension, seen: $seen) ${DONE} }`,
  retrySource: `mutation ConsoleRetrySource($id: ID!, $source: ID!) { retrySource(id: $id, source: $source) ${DONE} }`,
  ask: `mutation ConsoleAsk($id: ID!, $question: QuestionInput!) { askQuestion(id: $id, question: $question) ${DONE} }`,
  answer: `mutation ConsoleAnswer($id: ID!, $answer: AnswerInput!) { answerQuestion(id: $id, answer: $answer) ${DONE} }`,
  noteOtherRights: `mutation ConsoleNoteOtherRights($id: ID!, $noted: OtherRightsInput!) { noteOtherRights(id: $id, noted: $noted) ${DONE} }`,
  endOtherRight: `mutation ConsoleEndOtherRight($id: ID!, $end: OtherRightEndInput!) { endOtherRight(id: $id, end: $end) ${DONE} }`,
  clock: `query ConsoleClock($id: ID!, $words: Boolean!) { request(id: $id) { id agenda { on what isPast }
  questions { id kind text @include(if: $words) askedAt isOpen answeredAt answer @include(if: $words) }
  reminders { id receivedAt text @include(if: $words) }
  otherRights { right dueOn outcome endedAt text @include(if: $words) endText @include(if: $words) }
  extension { reason noticeSentAt promisedOn holds } } }`,
  identifiers: `query ConsoleIdentifiers($id: ID!) { request(id: $id) { id identifiers { id kind namespace status round learntFrom { match field } }
  matches { id source collection recordId decision evidence { identifier field } } } }`,
  identifierValues: `query ConsoleIdentifierValues($request: ID!) { identifierValues(request: $request) { __typename
  ... on IdentifierValues { values { identifier value } } ${REFUSED} } }`,
  records: `query ConsoleRecords($request: ID!, $source: String!, $collection: String!, $first: Int!, $after: String, $unmask: Boolean!) {
  findings(request: $request, source: $source, collection: $collection, first: $first, after: $after, unmask: $unmask) { __typename
  ... on FindingConnection { edges { node { recordId values { field type json masked thirdParty others { start end } }
    paths { collection recordId references } } } totalCount } ${REFUSED} } }`,
  rulings: `query ConsoleRulings($id: ID!) { request(id: $id) { id
  recordRulings { number source collection recordId field stretches { start end } reason outcome by at holds } } }`,
  rule: `mutation ConsoleRule($id: ID!, $ruling: RecordRulingInput!, $seen: Int) { ruleOnRecord(id: $id, ruling: $ruling, seen: $seen) ${DONE} }`,
  ruleField: `mutation ConsoleRuleField($id: ID!, $ruling: RulingInput!, $seen: Int) { ruleOnField(id: $id, ruling: $ruling, seen: $seen) ${DONE} }`,
  proof: `query ConsoleProof($id: ID!, $language: Language, $why: Boolean!) { request(id: $id) { id proof(language: $language) { required reached isEnough onBehalf
  reasons { code what } brought { kind at by } doubts { id because at by }
  representation { outcome answerTo purpose directive { kind directs } at by }
  document { demandedAt demandedBy harmLevel isSpecial deleteBy checked { kind outcome at by }
    why @include(if: $why) { dataTypes nature context harm nothingLess } } } } }`,
  provableFacts: `query ConsoleProvableFacts($id: ID!, $language: Language) { request(id: $id) { id
  provableFacts(language: $language) { source collection collectionTitle field title } } }`,
  checkFacts: `mutation ConsoleCheckFacts($id: ID!, $facts: [KnownFactInput!]!) { checkKnownFacts(id: $id, facts: $facts) { __typename
  ... on FactsCheck { isRight triesLeft } ${REFUSED} } }`,
  demandDocument: `mutation ConsoleDemandDocument($id: ID!, $why: ProportionalityInput!) { demandDocument(id: $id, why: $why) ${DONE} }`,
  decideDocument: `mutation ConsoleDecideDocument($id: ID!, $verdict: DocumentVerdictInput!) { decideDocument(id: $id, verdict: $verdict) ${DONE} }`,
  noteDoubt: `mutation ConsoleNoteDoubt($id: ID!, $doubt: DoubtInput!, $seen: Int) { noteDoubt(id: $id, doubt: $doubt, seen: $seen) ${DONE} }`,
  decideRepresentation: `mutation ConsoleDecideRepresentation($id: ID!, $representation: RepresentationInput!, $seen: Int) {
  decideRepresentation(id: $id, representation: $representation, seen: $seen) ${DONE} }`,
  heirPart: `query ConsoleHeirPart($id: ID!, $language: Language) { request(id: $id) { id heirPart(language: $language) { purpose isRuled
  collections { source collection title records files standing needed } rulings { isNeeded places { source collection recordId } reason by at } } } }`,
  ruleForPurpose: `mutation ConsoleRuleForPurpose($id: ID!, $ruling: PurposeRulingInput!, $seen: Int) { ruleForPurpose(id: $id, ruling: $ruling, seen: $seen) ${DONE} }`,
  delivery: `query ConsoleDelivery($id: ID!, $messages: Boolean!) { request(id: $id) { id channel wantedPacking
  answers { releasedAt expiresAt complete missing givenUpAt archive { records bytes } }
  delivery { isAutomatic sentAt expiresAt isRevoked isLocked completed left packing isBeingLocked isLockAwaited }
  breaches { id knownAt notifyBy minutesLeft isLate releasedAt sha256 records files openings downloads outcome endedAt }
  messages @include(if: $messages) { id kind state queuedAt sentAt failedAt bouncedAt ${PROBLEM} } } }`,
  renewLink: `mutation ConsoleRenewLink($id: ID!) { renewLink(id: $id) ${DONE} }`,
  revokeLink: `mutation ConsoleRevokeLink($id: ID!) { revokeLink(id: $id) ${DONE} }`,
  breachWords: 'query ConsoleBreachWords($id: ID!) { request(id: $id) { id breaches { id words endWords } } }',
  noteBreach: `mutation ConsoleNoteBreach($id: ID!, $noted: WrongRecipientInput!) { noteWrongRecipient(id: $id, noted: $noted) ${DONE} }`,
  endBreach: `mutation ConsoleEndBreach($id: ID!, $breach: ID!, $end: BreachEndInput!) { endBreach(id: $id, breach: $breach, end: $end) ${DONE} }`,
  duties: `query ConsoleDuties($id: ID!, $words: Boolean!) { request(id: $id) { id
  duties { id kind forWhom records channel promisesDestruction directives notedAt outcome endedAt words @include(if: $words) endWords @include(if: $words) } } }`,
  chooseChannel: `mutation ConsoleChooseChannel($id: ID!, $channel: AnswerChannel!) { chooseChannel(id: $id, channel: $channel) ${DONE} }`,
  noteDeath: `mutation ConsoleNoteDeath($id: ID!, $words: String) { noteDeath(id: $id, words: $words) ${DONE} }`,
  endDuty: `mutation ConsoleEndDuty($id: ID!, $duty: ID!, $end: DutyEndInput!) { endDuty(id: $id, duty: $duty, end: $end) ${DONE} }`,
  fee: `query ConsoleFee($id: ID!, $words: Boolean!) { request(id: $id) { id fee { standing cause earlier earlierOn costs { cost cents } total currency
  answerBy announcedAt announcedBy acceptedAt acceptedBy endedAt evidence @include(if: $words) } } }`,
  announceFee: `mutation ConsoleAnnounceFee($id: ID!, $fee: FeeInput!, $seen: Int) { announceFee(id: $id, fee: $fee, seen: $seen) ${DONE} }`,
  noteFee: `mutation ConsoleNoteFee($id: ID!, $noted: FeeNoteInput!, $seen: Int) { noteFee(id: $id, noted: $noted, seen: $seen) ${DONE} }`,
  waiveFee: `mutation ConsoleWaiveFee($id: ID!, $words: String, $seen: Int) { waiveFee(id: $id, words: $words, seen: $seen) ${DONE} }`,
  pack: `mutation ConsolePack($id: ID!, $packing: Packing!) { packArchive(id: $id, packing: $packing) { __typename
  ... on PackedArchive { passphrase request { id } } ${REFUSED} } }`,
  letters: 'query ConsoleLetters($id: ID!) { request(id: $id) { id letters { number kind language by at } } }',
  letterPreview: `query ConsoleLetterPreview($id: ID!, $letter: LetterInput!) { letterPreview(id: $id, letter: $letter) { __typename
  ... on LetterPreview { kind title text } ${REFUSED} } }`,
  writeLetter: `mutation ConsoleWriteLetter($id: ID!, $letter: LetterInput!) { writeLetter(id: $id, letter: $letter) ${DONE} }`,
  task: `query ConsoleTask($request: ID!, $task: ID!, $language: Language) { task(request: $request, task: $task, language: $language) { __typename
  ... on TaskToDo { instructions doneBy collections told { kind value } files { id name } statements { outcome text } } ${REFUSED} } }`,
  endTask: `mutation ConsoleEndTask($id: ID!, $task: ID!, $end: TaskEndInput!) { endTask(id: $id, task: $task, end: $end) ${DONE} }`,
  correctReceipt: `mutation ConsoleCorrectReceipt($id: ID!, $receipt: ReceiptInput!) { correctReceipt(id: $id, receipt: $receipt) ${DONE} }`,
  linkReminder: `mutation ConsoleLinkReminder($id: ID!, $reminder: ReminderInput!) { linkReminder(id: $id, reminder: $reminder) ${DONE} }`,
  renewClaim: `mutation ConsoleRenewClaim($id: ID!) { renewClaimCode(id: $id) { __typename ... on HandedOver { claimCode } ${REFUSED} } }`,
  recordBounce: `mutation ConsoleRecordBounce($id: ID!, $message: ID!, $bouncedAt: DateTime) {
  recordBounce(id: $id, message: $message, bouncedAt: $bouncedAt) ${DONE} }`,
  shred: `mutation ConsoleShred($id: ID!) { shredRequest(id: $id) ${DONE} }`,
  transmissions: `query ConsoleTransmissions($id: ID!) { request(id: $id) { id gate { release } answers { archive { records files } } delivery { isRevoked }
  transmissions { id receiver orderedBy orderedAt state endedAt reason receipt { bytes sha256 } } } transmissionReceivers { id name takesData } }`,
  orderTransmission: `mutation ConsoleOrderTransmission($id: ID!, $transmission: TransmissionInput!) { orderTransmission(id: $id, transmission: $transmission) ${DONE} }`,
  ...ROOM_DOCUMENTS,
} as const;
