/**
 * The personal data categories of the W3C Data Privacy Vocabulary (DPV 2.0, extension `pd`): each with those that it holds. A
 * category may stand under several. The top ones are without a broader one.
 */
const NARROWER: Readonly<Record<string, string>> = {
  Internal: 'Authenticating KnowledgeBelief Preference',
  Authenticating: 'PINCode Password SecretText',
  KnowledgeBelief: 'PhilosophicalBelief ReligiousBelief Thought',
  Preference: 'Favorite Intention Interest Opinion PrivacyPreference',
  Favorite: 'FavoriteColor FavoriteFood FavoriteMusic',
  Interest: 'Dislike Like',
  External:
    'Behavioral Citizenship Demographic Ethnicity Identifying Language MedicalHealth Nationality PersonalDocuments PhysicalCharacteristic Sexual Vehicle',
  Behavioral:
    'Attitude AuthenticationHistory BrowsingBehavior CallLog Demeanor LinkClicked PerformanceAtWork Personality Reliability ServiceConsumptionBehavior VehicleUsage',
  BrowsingBehavior: 'BrowserHistory BrowsingReferral',
  ServiceConsumptionBehavior: 'TVViewingBehavior',
  Demographic: 'Geographic IncomeBracket PhysicalTrait',
  Ethnicity: 'EthnicOrigin Race',
  Identifying: 'Biometric Name OfficialID Picture UID Username VehicleLicense',
  Biometric: 'FacialPrint Fingerprint Retina',
  OfficialID: 'Passport',
  Language: 'Accent Dialect',
  MedicalHealth: 'BloodType DNACode Disability DrugTestResult Health HealthHistory HealthRecord Prescription',
  Health: 'Genetic MentalHealth PhysicalHealth',
  HealthHistory: 'FamilyHealthHistory IndividualHealthHistory',
  PhysicalCharacteristic: 'Age Gender HairColor Height Piercing SkinTone Tattoo Weight',
  Age: 'AgeRange BirthDate',
  AgeRange: 'AgeExact',
  Sexual: 'Fetish Proclivity SexualHistory SexualPreference',
  Vehicle: 'VehicleLicense VehicleUsage',
  VehicleLicense: 'VehicalLicenseNumber VehicalLicenseRegistration',
  Financial: 'FinancialAccount FinancialStatus Insurance Ownership Transactional',
  FinancialAccount: 'AccountIdentifier BankAccount PaymentCard',
  AccountIdentifier: 'FinancialAccountNumber PaymentCardNumber',
  PaymentCard: 'PaymentCardExpiry PaymentCardNumber',
  PaymentCardNumber: 'CreditCardNumber',
  Ownership: 'CarOwned HouseOwned PersonalPossession',
  HouseOwned: 'ApartmentOwned',
  Transactional: 'Credit Income LoanRecord Purchase PurchasesAndSpendingHabit Sale Tax Transaction',
  Credit: 'CreditCapacity CreditRecord CreditStanding CreditWorthiness',
  CreditWorthiness: 'CreditScore',
  Historical: 'LifeHistory',
  Profile: 'GroupProfile IndividualProfile',
  Social: 'Communication Criminal Family Professional PublicLife SocialNetwork',
  Communication: 'EmailContent SocialMedia SocialMediaCommunication VoiceCommunicationRecording VoiceMail',
  SocialMedia: 'PubliclyAvailableSocialMedia',
  Criminal: 'CriminalCharge CriminalConviction CriminalOffense CriminalPardon',
  Family: 'FamilyStructure Relationship',
  FamilyStructure: 'Divorce Marriage Offspring Parent Sibling',
  Professional:
    'DisciplinaryAction Education EmploymentHistory Job PerformanceAtWork ProfessionalCertification ProfessionalEvaluation ProfessionalInterview Reference Salary School WorkEnvironment WorkHistory',
  Education: 'EducationExperience EducationQualification',
  EmploymentHistory: 'CurrentEmployment PastEmployment',
  PublicLife:
    'Character CommunicationsMetadata GeneralReputation Interaction MaritalStatus PoliticalAffiliation PoliticalOpinion Religion SocialStatus',
  SocialNetwork: 'Acquantaince Association Connection Friend GroupMembership',
  GroupMembership: 'TradeUnionMembership',
  Tracking: 'Contact DeviceBased DigitalFingerprint Identifier Location UserAgent',
  Contact: 'EmailAddress PhysicalAddress TelephoneNumber',
  EmailAddress: 'EmailAddressPersonal EmailAddressWork',
  PhysicalAddress: 'City HouseNumber Locality PostalCode Region RoomNumber Street',
  DeviceBased: 'BrowserFingerprint DeviceSoftware IPAddress MACAddress',
  DeviceSoftware: 'DeviceApplications DeviceOperatingSystem',
  Location: 'BirthPlace Country CountryOfBirth Domicile GPSCoordinate PhysicalAddress PlaceOfBirth Residency TravelHistory',
};

/** Terms that data maps use and the vocabulary has not, under the one of it that they belong to. */
const NARROWER_IN_USE: Readonly<Record<string, string>> = {
  Name: 'BirthName FamilyName GivenName',
  Job: 'JobTitle',
  Contact: 'FaxNumber',
  Location: 'CurrentLocation',
  Vehicle: 'VehicleData',
};

/** Terms that mean one of the vocabulary, by another name or in another spelling of it. */
const SAME = new Map([
  ['Behavior', 'Behavioral'],
  ['UniqueIdentifier', 'UID'],
  ['Membership', 'GroupMembership'],
]);

const PREFIX = 'pd:';

const BROADER: ReadonlyMap<string, readonly string[]> = broaderOf([NARROWER, NARROWER_IN_USE]);

/** A category as it is compared: spelt as the vocabulary spells it. Terms of other vocabularies (`x:EventAttendance`) stay as they are. */
export function comparedTerm(category: string): string {
  if (!category.startsWith(PREFIX)) return category;
  const term = category.slice(PREFIX.length).replace(/Behaviour/u, 'Behavior');
  return PREFIX + (SAME.get(term) ?? term);
}

/** A category with all that are broader, itself first. A term that nobody knows has none. */
export function withBroader(category: string): readonly string[] {
  const reached = new Set([comparedTerm(category)]);
  for (const term of reached) for (const broader of BROADER.get(term) ?? []) reached.add(broader);
  return [...reached];
}

/** Whether who declares the one has declared the other: it is the same category, or a broader one. */
export function covers(declared: string, held: string): boolean {
  return withBroader(held).includes(comparedTerm(declared));
}

function broaderOf(tables: readonly Readonly<Record<string, string>>[]): ReadonlyMap<string, readonly string[]> {
  const broader = new Map<string, string[]>();
  for (const [parent, terms] of tables.flatMap((table) => Object.entries(table)))
    for (const term of terms.split(' ')) broader.set(PREFIX + term, [...(broader.get(PREFIX + term) ?? []), PREFIX + parent]);
  return broader;
}
