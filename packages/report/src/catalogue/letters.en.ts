/** Letters in English (PER-01). */
export const LETTERS_EN = {
  'head.reference': 'Reference',
  'head.receivedOn': 'Request received',
  'head.date': '{date}',
  'salutation.name': 'Dear {name},',
  'salutation.noName': 'Dear Sir or Madam,',
  'closing.name': 'Yours sincerely,',
  'closing.noName': 'Yours faithfully,',

  'contact.title': 'Questions?',
  'contact.lead': 'We are glad to help. Please quote the reference {reference}:',
  'contact.officer': 'Our data protection officer, {officer}, is glad to help. Please quote the reference {reference}:',
  'contact.email': 'by e-mail:',
  'contact.phone': 'by telephone:',
  'contact.post': 'by post:',
  'contact.portal': 'online:',

  'remedies.title': 'If you do not agree',
  'remedies.authority': 'You can complain to the supervisory authority. It costs nothing, and you need not write to us first:',
  'remedies.otherAuthority':
    'If you live or work in another country of the European Economic Area, you can turn to the authority of that country instead.',
  'remedies.court':
    'You can also go to court (Article 79 of the GDPR), in the country where we are established ({country}) or in the country where you live.',

  late: 'You should have had this letter by {due}. We are sorry that it comes late.',

  'acknowledgement.title': 'We have received your request',
  'acknowledgement.thanks':
    'Thank you for your request concerning your personal data. We are working on it, and you will have our answer by {due} at the latest.',
  'acknowledgement.identity.signed_in': 'You wrote from your own account, so we need no further proof of who you are.',
  'acknowledgement.identity.link_or_code':
    'So that nobody else receives your data, we send a link or a code to an e-mail address or telephone number that we already have for you. Using it is enough. We do not ask for an identity document.',
  'acknowledgement.identity.known_facts':
    'So that nobody else receives your data, we will ask you for one or two details that others are unlikely to know, such as your customer number or your last booking. We do not ask for an identity document.',
  'acknowledgement.identity.established': 'We already know that it is you who is asking, so we need no further proof.',
  'acknowledgement.otherRights':
    'Your message also asks us {rights}. We deal with this separately and will write to you about it. It counts as received on the same day.',
  'acknowledgement.erasure':
    'Before we erase anything, we make the copy that you asked for, unless you tell us that you do not want it.',
  'other.rectification': 'to correct data',
  'other.erasure': 'to erase data',
  'other.restriction': 'to limit the use of your data',
  'other.objection': 'to stop using your data for certain purposes',
  'other.withdraw_consent': 'to note that you withdraw your consent',

  'identity_question.title': 'A question before we can answer your request',
  'identity_question.why':
    'Thank you for your request concerning your personal data. Before we send you anything, we have to be sure that it is you who is asking, so that your data reach nobody else.',
  'identity_question.doubt.unknown_sender': 'Your request came from an address or a number that we do not have for you.',
  'identity_question.doubt.several_people': 'The details that you gave fit more than one person in our files.',
  'identity_question.doubt.details_differ': 'Some of the details that you gave differ from those in our files.',
  'identity_question.doubt.sent_by_another':
    'We cannot tell whether the person who wrote to us is the person whose data are asked for.',
  'identity_question.one': 'Could you send us one of these? One is enough.',
  'identity_question.all': 'Could you send us this?',
  'identity_question.ask.link_or_code':
    'your confirmation, with the link or the code that we have sent to an address or a number that we already have',
  'identity_question.ask.customer_number': 'your customer or member number',
  'identity_question.ask.last_transaction': 'when and for what you last booked, ordered or registered with us',
  'identity_question.ask.document': 'a copy of an identity document',
  'identity_question.noDocument': 'We do not ask for an identity document.',
  'identity_question.documentWhy': 'We do not normally ask for an identity document. Here we see no simpler way: {why}',
  'identity_question.documentHow':
    'Before you send the copy, please black out everything except your name, the authority that issued the document, and its dates of issue and expiry. A plain copy is enough; it need not be certified. Please do not send it by ordinary e-mail, but here: {sendTo}',
  'identity_question.documentKept':
    'We use the copy for this check only. We delete it as soon as we have decided, and after {hours, plural, one {# hour} other {# hours}} at the latest. All that remains is a note of the type of document, the day of the check and its result.',
  'question.paused':
    'While we wait for you, the time that the law gives us stands still. All the same, we aim to answer by {due}.',
  'question.running': 'Our question changes nothing about the date: you will have our answer by {due} at the latest.',
  'identity_question.silence':
    'Please answer by {answerBy}. If we have not heard from you by then, we cannot send you any data. We will then write to you with our reasons, and tell you where you can complain. You can make a new request at any time.',

  'scope_question.title': 'Which of your data would you like?',
  'scope_question.found':
    'Thank you for your request concerning your personal data. So far we have found {records, plural, one {# record} other {# records}} in {sources, plural, one {# system} other {# systems}}. So that you need not read through everything, could you tell us what matters to you?',
  'scope_question.parts': 'You could choose one or several of these, or describe in your own words what you are looking for:',
  'scope_question.everything':
    'The choice is yours. If you would like everything, just say so. If we have not heard from you by {answerBy}, we will also send you everything.',
  'scope_question.information.enclosed':
    'With this letter you already receive the information on how we use your data: what for, who receives them, how long we keep them, and what rights you have.',
  'scope_question.information.separately':
    'The information on how we use your data (what for, who receives them, how long we keep them, and what rights you have) comes to you separately, without waiting for your answer.',

  'extension.title': 'We need more time to answer your request',
  'extension.news':
    'We are working on your request concerning your personal data, but we cannot answer it within one month. You will have our answer by {due} at the latest. We are sorry to keep you waiting.',
  'extension.reason.volume_of_data': 'The reason is the quantity of data that we hold about you.',
  'extension.reason.scattered_sources': 'The reason is that your data are spread over many separate systems.',
  'extension.reason.redaction_needed':
    'The reason is that data about other people stand among yours, and have to be separated from them first.',
  'extension.reason.explanation_work':
    'The reason is that some of your data would be hard to understand as they stand, and we have to explain them.',
  'extension.reason.number_of_requests_of_same_subject': 'The reason is the number of requests that we have received from you.',
  'extension.law':
    'The law allows this once, for two months at most (Article 12(3) of the GDPR). There is nothing you need to do.',

  'answer.title': 'Our answer to your request',
  'answer.yes': 'Yes, we hold personal data about you. You now receive them all, as they stood on {snapshot}.',
  'answer.enclosed': 'Our answer contains:',
  'enclosed.report':
    'a report for you to read: which data we hold about you, what for, where they come from, who receives them and how long we keep them',
  'enclosed.archive': 'the data themselves in open formats (JSON and CSV), which other services and programs can read',
  'enclosed.original_files': 'the original files, such as documents, pictures or recordings',
  'enclosed.guide': 'a guide to the files and to the terms in them',
  'delivery.download':
    'You can download everything until the end of {until}. We will ask you once more to show that it is you, so that nobody else can.',
  'delivery.downloads':
    'You can download everything until the end of {until}, up to {count, plural, one {# time} other {# times}}. We will ask you once more to show that it is you, so that nobody else can.',
  'delivery.post': 'Everything comes with this letter by post.',
  'delivery.handed_over': 'Everything was handed to you in person together with this letter.',
  'rights.lead': 'You can ask us, free of charge:',
  'rights.access': 'to tell you again which data we hold about you',
  'rights.rectification': 'to correct data that are wrong, and to complete what is missing',
  'rights.erasure': 'to erase data that we no longer need or may no longer keep',
  'rights.restriction': 'to put data aside without using them, for instance while we check whether they are right',
  'rights.objection':
    'to stop using your data for advertising, or, for reasons of your own situation, for other purposes that rest on our interests',
  'rights.portability': 'to receive the data that you gave us in a form that programs can read, or to send them to somebody else',
  'rights.withdraw_consent': 'to stop what you once agreed to; what was done until then remains lawful',

  'partial_answer.title': 'Our answer to your request, with some data left out',
  'partial_answer.yes':
    'Yes, we hold personal data about you. You now receive them as they stood on {snapshot}, except for what is listed below with our reasons.',
  'partial_answer.leftOut': 'We have left out:',
  'partial_answer.marks': 'Where something is blacked out in a text, you find a mark with the reason in its place.',
  'omission.third_party': 'It is about another person, whose rights would be harmed.',
  'omission.secrecy_of_correspondence': 'It belongs to correspondence between others, which is confidential by law.',
  'omission.staff_identity': 'It would name a member of our staff, which you do not need in order to use your rights.',
  'omission.trade_secret': 'It is a trade secret of {holder}. {why}',
  'omission.intellectual_property': 'It is protected as the intellectual property of {holder}. {why}',
  'omission.legal_restriction': 'The law does not allow us to tell you ({lawRef}). {why}',
  'omission.other_controller': '{controller} decides on these data and answers for them. Please ask there.',
  'omission.not_searched': 'We could not search this. {why} {next}',

  'no_data.title': 'Our answer: we found no data about you',
  'no_data.no':
    'You asked whether we hold personal data about you. We have searched, and the answer is no: apart from the file of this request, we found nothing.',
  'no_data.identifiers': 'On {snapshot} we searched for:',
  'no_data.sources': 'We searched these systems, each of them to the end:',
  'identifier.email': 'your e-mail address',
  'identifier.phone': 'your telephone number',
  'identifier.id': 'your customer, member or file number',
  'identifier.name': 'your name',
  'identifier.birthDate': 'your date of birth',
  'no_data.more':
    'We may know you under something else: another e-mail address, an earlier name, a telephone, customer or booking number. If so, please tell us, and we will search again.',
  'caseFile.lead': 'So that we can show how we dealt with your request, we keep its file until {keptUntil}. It holds:',
  'caseFile.request': 'your request',
  'caseFile.identifiers': 'what you gave us to search with',
  'caseFile.correspondence': 'our letters to each other',
  'caseFile.identity_check': 'a note of how we made sure that it was you who asked',
  'caseFile.search_log': 'a record of what was searched and when',

  'refusal.title': 'We cannot do what you asked for',
  'refusal.sorry':
    'We have looked carefully at your request concerning your personal data. We are sorry to tell you that we will not act on it.',
  'refusal.reasons': 'These are our reasons:',
  'ground.manifestly_unfounded': 'The request is manifestly unfounded (Article 12(5) of the GDPR). {evidence}',
  'ground.excessive': 'The request is excessive, because it repeats the one of {last} (Article 12(5) of the GDPR). {evidence}',
  'ground.abuse': 'The request uses the right for something that it is not there for (Article 12(5) of the GDPR). {aim} {intent}',
  'ground.legal_restriction': 'The law does not allow us to give you this information ({lawRef}). {why}',
  'ground.unidentifiable': 'We cannot tell which of our data are about you (Article 11(2) of the GDPR). {demonstration}',
  'ground.identity_not_proved': 'We could not make sure that it is you who is asking (Article 12(6) of the GDPR). {doubt}',
  'ground.authority_not_shown':
    'You ask for somebody else, and we could not make sure that you may (Article 12(6) of the GDPR). {doubt}',
  'refusal.officer': 'This was decided by our data protection officer, and not by a computer.',
  'refusal.person': 'This was decided by a person, and not by a computer.',
  'refusal.help': 'With one of these we could look again:',
  'refusal.proof':
    'Any of these would help: the code that we send to an address or a number you have used with us; your account with us, if you have one; or facts that you and we know of each other.',
  'refusal.authority':
    'It would help to have what shows that you may ask for them: a mandate that they have signed, a court order, a record of your family, or a deed of inheritance.',
  'refusal.again': 'You can send us what is missing at any time. We will then take up your request again.',

  'fee.title': 'Your request: what it would cost, and what you can do',
  'fee.further_copy':
    'You received a copy of your data on {first}, free of charge. You now ask for one more copy of the same data, for the same period. For that we may ask you to pay what it costs us, and no more (Article 15(3) of the GDPR).',
  'fee.excess':
    'Your request repeats the one that you sent on {last}. For an excessive request we may ask for what it costs us (Article 12(5) of the GDPR). {evidence}',
  'fee.unfounded':
    'Your request is manifestly unfounded. For such a request we may ask for what it costs us (Article 12(5) of the GDPR). {evidence}',
  'fee.officer': 'This was decided by our data protection officer, and not by a computer.',
  'fee.costs': 'The cost, {total} in all, is made up as follows:',
  'fee.caption': 'What it costs',
  'fee.cost': 'For',
  'fee.amount': 'Amount',
  'fee.total': 'Total',
  'cost.printing': 'printing',
  'cost.storage_medium': 'storage medium',
  'cost.packaging': 'packaging',
  'cost.postage': 'postage',
  'fee.choice':
    'Nothing is due yet. Please tell us by {answerBy} whether we should go ahead at this price. You can also ask for less, or withdraw your request; neither costs you anything. If we have not heard from you by then, nothing happens by itself: a person of ours looks at your request, and you owe nothing.',

  'wrong_controller.title': 'Your request seems to be meant for another organisation',
  'wrong_controller.nothing_held':
    'We have received your request concerning your personal data. On {snapshot} we searched all our systems, and apart from the file of this request we hold no data about you.',
  'wrong_controller.not_controller':
    'We have received your request concerning your personal data. We are not the organisation that decides on these data, and so cannot answer for them. {explanation}',
  'wrong_controller.meantFor': 'You probably want to write to {meantFor}. We cannot answer in their place.',
  'wrong_controller.notForwarded':
    'We have not passed on your request, nor told anybody of it. If you would like us to pass it on, just tell us to whom.',
  'wrong_controller.stay':
    'If you did mean us, please write again and tell us what connects you to us, and we will look once more.',

  'archive_expiry.title': 'Your download ends soon',
  'archive_expiry.until':
    'The answer to your request can be downloaded until the end of {until}. We then delete it from our download service, to protect your data.',
  'archive_expiry.left': '{count, plural, =0 {No download is left} one {One download is left} other {# downloads are left}}.',
  'archive_expiry.proof': 'When you download it, we ask you once more to show that it is you.',
  'archive_expiry.renewable':
    'If you need more time or more downloads, write to us before that day, with the reference {reference}, and we will make it available for longer.',
  'archive_expiry.again': 'After that day you can ask for your data again by a new request. You need not say why.',
} as const;
