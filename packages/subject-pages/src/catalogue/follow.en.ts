/** Where a request stands, in English. */
export const FOLLOW_EN = {
  'follow.title': 'Your request',
  'follow.reference': 'Request {reference}',
  'follow.steps': 'How far it is',
  'follow.step.ask': 'You asked',
  'follow.step.prove': 'It is you',
  'follow.step.search': 'We search',
  'follow.step.check': 'We check',
  'follow.step.ready': 'Ready',
  'follow.step.done': 'done',
  'follow.step.current': 'now',

  'follow.state.received': 'We need to know that it is you',
  'follow.state.received.text':
    'Your data must not reach anybody else. That is why we wait until you have shown that it is you. Then we begin.',
  'follow.state.ready': 'We know that it is you',
  'follow.state.ready.text': 'We will begin to search soon. You have nothing to do.',
  'follow.state.searching': 'We are looking for your data',
  'follow.state.searching.text': 'We look in every place where something about you may be. You have nothing to do.',
  'follow.state.in_review': 'A person checks what we found',
  'follow.state.in_review.text':
    'With some of it we are not sure that it is about you. A person looks at it, so that you get all that is yours and nothing that is somebody else’s.',
  'follow.state.gathering': 'We are collecting your data',
  'follow.state.gathering.text': 'We know where it is, and we are copying it. You have nothing to do.',
  'follow.state.assembling': 'We are making your files',
  'follow.state.assembling.text': 'Everything is found. We put it in order and write your report. You have nothing to do.',
  'follow.state.awaiting_release': 'Your files are being checked',
  'follow.state.awaiting_release.text':
    'They are ready. Before you get them, we make sure that they are right and that nothing about other people is in them.',
  'follow.state.released': 'Your answer is ready',
  'follow.state.released.text': 'We have sent you a message with a link. You open it with the code that you got when you asked.',
  'follow.state.released.byHand': 'We give it to you in the way that you have asked for.',
  'follow.state.refused': 'We have said no to this request',
  'follow.state.refused.text': 'You get a letter from us with the reasons. If you do not agree, you can complain.',
  'follow.state.cancelled': 'This request has ended',
  'follow.state.cancelled.text': 'It was stopped, and no data was sent. You can ask again at any time.',
  'follow.state.paused': 'Your request stands still for a moment',
  'follow.state.paused.text':
    'A person has stopped the work on it, and will go on where it was. The date of our answer stays as it is.',
  'follow.state.needs_attention': 'Something does not work on our side',
  'follow.state.needs_attention.text':
    'A person is looking after it. You have nothing to do, and the date of our answer stays as it is.',
  'follow.state.shredded': 'The data of this request is deleted',
  'follow.state.shredded.text':
    'The time to download it is over. We only keep that there was a request, and what was done about it. You can ask again at any time.',

  'follow.answer.title': 'What we decided, and why',
  'follow.answer.remedies':
    'If you do not agree, you can complain to the supervisory authority that is named below, or ask a court. Neither needs our consent.',
  'follow.refused.wrong_controller':
    'Your request seems meant for another organisation. We have not passed it on to anybody. You can write to them yourself.',
  'follow.refused.unidentifiable': 'We cannot tell which data is about you. You can ask again with one of these:',
  'follow.refused.identity_not_proved':
    'It is not proved that it is you who asks. You can ask again at any time. To prove it, enter the code that we send to an address you have used with us. If you have an account with us, sign in to it. Or write to us.',
  'follow.refused.authority_not_shown':
    'It is not shown that you may ask for somebody else. You can ask again at any time. It helps to have a mandate that they have signed, a court order, a record of your family or a deed of inheritance. Write to us if you are not sure.',
  'follow.help.email': 'an e-mail address that you used with us',
  'follow.help.phone': 'a telephone number that you gave us',
  'follow.help.id': 'a number that we gave you: of a customer, a member, a booking',
  'follow.help.name': 'a name that you used with us',
  'follow.help.birthDate': 'your date of birth',
  'follow.letters.title': 'Our letters to you',
  'follow.letter': 'The letter of {day}',

  'follow.due.title': 'When you get our answer',
  'follow.due.by': 'On {due} at the latest.',
  'follow.due.days': '{days, plural, =0 {That is today.} one {That is tomorrow.} other {That is in # days.}}',
  'follow.due.late':
    'You should have had our answer on {due}. We are sorry. We still owe it to you, and you can complain about it.',
  'follow.due.extended': 'We need more time. The first date was {before}.',
  'follow.other.title': 'You also asked for',
  'follow.other.rectification': 'A correction of your data.',
  'follow.other.erasure': 'Your data to be deleted.',
  'follow.other.restriction': 'Your data not to be used for now.',
  'follow.other.objection': 'Us to stop what you object to.',
  'follow.other.withdrawal_of_consent': 'Your consent to be taken back.',
  'follow.other.due': 'A person looks after that, and answers you by {due}.',
  'follow.other.over': 'A person has looked after that.',
  'follow.channel.title': 'How our answer comes',
  'follow.channel.registered_post': 'By registered post, to the address that you have told us.',
  'follow.channel.on_site': 'You can fetch it from us in person, once this page says that it is ready.',
  'follow.channel.orally': 'A person of ours tells you, as you have asked.',
  'follow.passedOn.title': 'Passed on',
  'follow.passedOn.on': 'On {on} to another organisation that answers for some of what we hold.',
  'follow.passedOn.theirs': 'For that part they answer you. The report of our answer says for whom we hold it.',
  'follow.extension.volume_of_data': 'The reason: we hold a lot of data about you.',
  'follow.extension.scattered_sources': 'The reason: your data is in many different places.',
  'follow.extension.redaction_needed':
    'The reason: data about other people is among yours, and we have to take it out with care.',
  'follow.extension.explanation_work': 'The reason: some of your data is hard to understand, and we have to explain it.',
  'follow.extension.number_of_requests_of_same_subject': 'The reason: you have sent us several requests.',

  'follow.question.title': 'We have a question for you',
  'follow.question.identity': 'We ask because your data must not reach anybody else.',
  'follow.question.scope':
    'We ask because we found a lot. It is up to you: if you want everything, just say so. If you do not answer, you get everything too.',
  'follow.question.by': 'Please answer by {date}.',
  'follow.question.answer': 'Your answer',
  'follow.question.send': 'Send my answer',

  'follow.fee.title': 'What it would cost',
  'follow.fee.first': 'A first copy of your data is always free. For this request we may ask for what it costs us, and no more.',
  'follow.fee.for.further_copy': 'You had a copy on {date}, and you ask for one more copy of the same.',
  'follow.fee.for.excessive': 'Your request repeats the one of {date}.',
  'follow.fee.for.manifestly_unfounded':
    'A person of ours has decided that this request has clearly no ground. Our letter says why.',
  'follow.fee.total': 'It would cost {total} in all:',
  'follow.fee.cost.printing': 'printing: {amount}',
  'follow.fee.cost.storage_medium': 'storage medium: {amount}',
  'follow.fee.cost.packaging': 'packaging: {amount}',
  'follow.fee.cost.postage': 'postage: {amount}',
  'follow.fee.by': 'Please tell us by {date}.',
  'follow.fee.silence':
    'Nothing is due yet. If you do not answer, nothing happens by itself: a person of ours looks at it. If you take your request back, it costs you nothing.',
  'follow.fee.complain': 'If you do not agree, you can complain to the supervisory authority.',
  'follow.fee.accept': 'I accept to pay {total}',
  'follow.fee.accepted': 'You have accepted to pay {total}. We go on with your request, and write to you how to pay.',
  'follow.fee.paid': 'You have paid {total}. We go on with your request.',
  'follow.fee.waived': 'We do not ask for the {total} any more. You owe nothing, and we go on with your request.',

  'follow.document.title': 'We need a copy of a document',
  'follow.document.why':
    'There is a doubt whether it is you who asks, and your data must not reach anybody else. A plain copy or a photo of an identity card, a passport or a residence permit is enough.',
  'follow.document.black':
    'Black out everything but your name, who issued it, and its dates of issue and expiry. We do not need your photo, your number, your signature or anything else.',
  'follow.document.copy': 'It does not have to be certified, and you do not have to come to us.',
  'follow.document.deleted': 'We keep it apart and sealed, and delete it once it was looked at, after one day at most.',
  'follow.document.file': 'The copy',
  'follow.document.hint': 'A PDF, JPEG or PNG file of 10 megabytes at most.',
  'follow.document.fault': 'This file was not taken. Choose a PDF, JPEG or PNG file of 10 megabytes at most.',
  'follow.document.send': 'Send the copy',
  'follow.document.held': 'We have the copy that you sent. A person looks at it, and it is then deleted.',

  'follow.unsearched.title': 'What could not be searched',
  'follow.unsearched.what': 'Our answer is not complete. This could not be searched:',
  'follow.unsearched.stops': 'We do not try again by ourselves. A person of ours has to look after it now.',
  'follow.unsearched.ask':
    'You can write to us and ask for what is missing. If you do not agree, you can complain to the supervisory authority.',

  'follow.released.until': 'You can download it until the end of {until}.',
  'follow.released.left':
    '{left, plural, =0 {You have downloaded it as often as possible. You can ask for a new link.} one {You can download it once more.} other {You can download it # more times.}}',

  'follow.actions.title': 'What you can do',
  'follow.action.prove': 'Show that it is me',
  'follow.action.download': 'Download my data',
  'follow.action.renew': 'Send me a new link',
  'follow.action.transmit': 'Send my data to another organisation',
  'follow.action.missing': 'Something is missing',
  'follow.action.not-me': 'I did not ask for this',
  'follow.action.withdraw': 'Take my request back',

  'follow.transmissions.title': 'Sent to another organisation',
  'follow.transmission.waiting': 'You told us on {day} to send your data to {to}. We are doing it.',
  'follow.transmission.sent': 'We sent your data to {to} on {day}. It has confirmed that everything arrived.',
  'follow.transmission.failed': 'We could not send your data to {to} ({day}).',
  'follow.transmission.why.not-listed': 'The reason: we have no secure way to send data to that organisation.',
  'follow.transmission.why.no-endpoint': 'The reason: that organisation has no secure address where it takes data in.',
  'follow.transmission.why.undetermined':
    'The reason: we cannot tell for certain which of the data the law lets us send on, and we send nothing by guess.',
  'follow.transmission.why.nothing-portable':
    'The reason: nothing of what we hold is data that you gave us and that we process by your consent or for a contract. Only that can be sent on.',
  'follow.transmission.why.refused': 'The reason: that organisation did not take it in.',
  'follow.transmission.why.unreachable': 'The reason: we tried for a day, and that organisation could not be reached.',
  'follow.transmission.why.stopped': 'The reason: the answer was taken back or deleted before it was sent.',
  'follow.transmission.why.fault': 'The reason: something does not work on our side. You can tell us to try again.',
  'follow.transmission.download':
    'You can still download your data yourself, and give it to whom you want. We do not stand in the way of it.',

  'follow.events.title': 'What has happened',
  'follow.event.received': 'We received your request.',
  'follow.event.proved': 'You showed that it is you.',
  'follow.event.searched': 'We searched for your data.',
  'follow.event.asked': 'We asked you a question.',
  'follow.event.answered': 'You answered our question.',
  'follow.event.extended': 'We told you that we need more time.',
  'follow.event.priced': 'We told you what it would cost.',
  'follow.event.released': 'We sent you the link to your data.',
  'follow.event.downloaded': 'You downloaded your data.',
  'follow.event.ended': 'The request ended.',
} as const;
