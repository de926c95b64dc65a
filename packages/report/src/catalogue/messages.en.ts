/** Messages by e-mail in English (PER-01). Their subjects say nothing of the person or of the data (DEL-01). */
export const MESSAGES_EN = {
  greeting: 'Hello,',
  closing: 'Kind regards,',
  'link.here': 'Open this page:',

  'code.subject': 'Your code for request {reference}',
  'code.use': 'Here is the code that you were asked for. It shows that you read this address.',
  'code.code': 'Code',
  'code.minutes': 'It is good for {minutes, plural, one {one minute} other {# minutes}}, and once.',
  'code.ignore':
    'Type it on our page only: nobody of ours will ask you for it by telephone or e-mail. If you have not asked for it, ignore this message: nothing happens without it.',
  'code.ours': 'Type it on our page only: nobody of ours will ask you for it by telephone or e-mail.',
  'code.notYours.link':
    'If you have not asked for it, tell us as soon as you can, on this page. We then look into it before anything is sent.',

  'received.subject': 'We have received request {reference}',
  'received.thanks': 'Thank you for your request. We are working on it, and you will have our answer by {due} at the latest.',
  'received.on': 'It reached us on {received}.',
  'received.identity': 'So that nobody else receives your data, we may ask you to show that it is you. We do not begin with an identity document.', // prettier-ignore
  'received.follow': 'How far it is:',

  'notice.subject': 'Request {reference}: please read this',
  'notice.why':
    'We have received a request for the personal data of somebody who can be reached at this address. We write to every address that we have, so that nobody can ask in your place without your knowing.',
  'notice.yours': 'If you have asked for it, you need not do anything.',
  'notice.notYours': 'If you have not, tell us as soon as you can. We then look into it before anything is sent.',
  'notice.notYours.link':
    'If you have not, tell us as soon as you can, on this page. We then look into it before anything is sent.',

  'archive_ready.subject': 'Request {reference}: the answer is ready',
  'archive_ready.until': 'The answer to your request can be downloaded until the end of {until}.',
  'archive_ready.proof':
    'The page asks you to show once more that it is you, with the code that you were given when you made your request. It is in no e-mail, and nobody of ours will ask you for it.',

  'archive_ready.partial':
    'Something could not be searched so far: the answer says what, and why. We look again until that day, and write to you when there is an addition.',

  'addition_ready.subject': 'Request {reference}: an addition to the answer',
  'addition_ready.why': 'When we answered you, something could not be searched. We have searched again.',
  'addition_ready.more':
    '{more, plural, =0 {Nothing more about you was found.} one {One more record about you was found.} other {# more records about you were found.}}',
  'addition_ready.until':
    'The answer as a whole, in place of the earlier one, can be downloaded until the end of {until}. Its report says what was missing before.',

  'addition_given_up.subject': 'Request {reference}: something was not searched',
  'addition_given_up.why': 'When we answered you, this could not be searched. It still cannot:',
  'addition_given_up.stops':
    'The answer that you have stays incomplete in this. We do not try again by ourselves: a person of ours has to look after it now.',
  'addition_given_up.ask': 'You can answer this message, or write to us, and ask us for what is missing.',
  'addition_given_up.complain': 'If you do not agree, you can complain to the supervisory authority.',

  'passed_on.subject': 'Request {reference}: passed on to another organisation',
  'passed_on.theirs':
    'Some of what we hold we hold for another organisation, which answers for it. We have passed your request on to them.',
  'passed_on.answer': 'For that part they answer you. What we answer for ourselves you get from us, as before.',

  'archive_expiring.subject': 'Request {reference}: the download ends soon',
  'archive_expiring.until':
    'The answer to your request can be downloaded until the end of {until}. We then delete it from our download service, to protect your data.',
  'archive_expiring.link': 'The link is in the message that we sent you when the answer was ready.',
  'archive_expiring.more': 'If you need more time, write to us before that day.',

  'extended.subject': 'Request {reference}: a new date',
  'extended.due': 'We need more time for your request, and will answer it by {due}.',
  'extended.reasons': 'Our letter gives the reasons, and tells where you can complain.',

  'refused.subject': 'Request {reference}: our answer',
  'refused.answer': 'We have decided about your request.',
  'refused.reasons': 'Our letter gives the decision and its reasons, and tells where you can complain and which court you can turn to.', // prettier-ignore

  'refused.kept': 'You can read it until {until}. What we keep of the request is destroyed after that day, but for its reference, its dates and a record of what was done.', // prettier-ignore

  'closed.subject': 'Request {reference} is closed',
  'closed.closed': 'Your request is closed. Nothing more is done about it, and what we still keep of it is deleted in time.',
  'closed.kept': 'What we keep of it is destroyed after {until}, but for its reference, its dates and a record of what was done.',
  'closed.again': 'You can ask again at any time. You need not say why.',

  'fee_announced.subject': 'Request {reference}: what it would cost',
  'fee_announced.why':
    'A first copy of your data is always free. For this request we may ask you to pay what it costs us to make and send, and no more: {amount}.',
  'fee_announced.choice':
    'Nothing is due yet. Please tell us by {until} whether we should go ahead at this price. You can also take your request back, which costs nothing.',
  'fee_announced.silence':
    'If we do not hear from you, nothing happens by itself: a person of ours looks at your request, and you owe nothing.',
  'fee_announced.complain': 'If you do not agree, you can complain to the supervisory authority.',

  'question.subject': 'Request {reference}: a question',
  'question.asked': 'Before we can go on with your request, we have a question.',
  'question.letter': 'You find it in our letter.',
  'question.until': 'Please answer it by {until}.',

  'transmitted.subject': 'Request {reference}: your data was sent on',
  'transmitted.sent':
    'As you told us, we have sent the data that you can take with you to the other organisation. It has confirmed that everything arrived.',
  'transmitted.whole': 'Nothing changes about your own download. To whom it went, and when, is on the page of your request.',

  'not_transmitted.subject': 'Request {reference}: your data could not be sent on',
  'not_transmitted.why':
    'We could not send your data to the other organisation as you told us. The page of your request says why.',
  'not_transmitted.download': 'You can still download all of it, and give it to that organisation yourself. It costs nothing.',
  'not_transmitted.ask': 'We tell you the reason when you ask us.',

  'review_needed.subject': 'Request {reference} waits for a decision',
  'review_needed.waits': 'This request waits for a decision of yours. It is in no e-mail what about: please sign in.',
  'review_needed.due': 'The answer is due by {due}.',

  'due_soon.subject': 'Request {reference} is to be answered soon',
  'due_soon.waits': 'Nothing is decided about this request yet, and its answer has to be out by {due}.',
  'due_soon.where': 'What it is about is in no e-mail: please sign in.',
} as const;
