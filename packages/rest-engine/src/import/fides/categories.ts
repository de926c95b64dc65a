import { IDENTIFYING } from '../fields.js';
import { entryOf, type Group } from '../given.js';

/** What each category of the Fides taxonomy is called in the Data Privacy Vocabulary, where that is beyond doubt. */
const KNOWN: Readonly<Record<string, Group>> = {
  'user.contact.email': IDENTIFYING.email,
  'user.contact.phone_number': IDENTIFYING.phone,
  'user.name': IDENTIFYING.full,
  'user.name.first': IDENTIFYING.given,
  'user.name.last': IDENTIFYING.family,
  'user.demographic.date_of_birth': IDENTIFYING.birthDate,
  'user.date_of_birth': IDENTIFYING.birthDate,
  'user.contact': { category: 'pd:Contact' },
  'user.contact.address': { category: 'pd:PhysicalAddress' },
  'user.contact.address.street': { category: 'pd:Street' },
  'user.contact.address.city': { category: 'pd:City' },
  'user.contact.address.postal_code': { category: 'pd:PostalCode' },
  'user.contact.address.state': { category: 'pd:Region' },
  'user.contact.address.country': { category: 'pd:Country' },
  'user.contact.fax_number': { category: 'pd:FaxNumber' },
  'user.demographic.gender': { category: 'pd:Gender' },
  'user.gender': { category: 'pd:Gender' },
  'user.demographic.marital_status': { category: 'pd:MaritalStatus' },
  'user.demographic.language': { category: 'pd:Language' },
  'user.demographic.race_ethnicity': { category: 'pd:Race', special: true },
  'user.demographic.religious_belief': { category: 'pd:Religion', special: true },
  'user.demographic.political_opinion': { category: 'pd:PoliticalAffiliation', special: true },
  'user.demographic.sexual_orientation': { category: 'pd:SexualPreference', special: true },
  'user.health_and_medical': { category: 'pd:MedicalHealth', special: true },
  'user.biometric': { category: 'pd:Biometric', special: true },
  'user.device.ip_address': { category: 'pd:IPAddress' },
  'user.unique_id': { category: 'pd:UniqueIdentifier' },
  'user.account.username': { category: 'pd:Username' },
  'user.authorization.credentials': { secret: true },
  'user.authorization.password': { secret: true },
  'user.credentials.password': { secret: true },
  'user.job_title': { category: 'pd:JobTitle' },
  'user.workplace': { category: 'pd:CurrentEmployment' },
  'user.social': { category: 'pd:SocialMedia' },
  'user.payment': { category: 'pd:Transaction' },
  'user.behavior.purchase_history': { category: 'pd:Purchase' },
  'user.behavior.browsing_history': { category: 'pd:BrowsingBehavior' },
  'user.content.private': { category: 'pd:Communication' },
};

/** What the Data Privacy Vocabulary calls a Fides category; nothing where a human has to say it. */
export function knownCategory(category: string): Group | undefined {
  return entryOf(KNOWN, category);
}

/** Whether a category says that the field holds nothing of a person's own: ids and states of the system. */
export function isOfTheSystem(category: string): boolean {
  return category === 'system' || category.startsWith('system.');
}
