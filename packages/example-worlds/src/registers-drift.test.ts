import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { driftInSources, loadConfig, loadRegister } from '@habeas/configuration';
import { sqlite } from '@habeas/connector-sqlite';
import type { DriftFinding } from '@habeas/core/law';
import { createAssessWorld, createAssistanceWorld, createDemoWorld, registerFile, type RegisterName } from './index.js';

/** The drift of a controller: undeclared categories by activity, and by code the places of everything else. */
interface Expected {
  /** Of what its fields are and its policy does not tell. */
  readonly undeclared: Readonly<Record<string, string>>;
  readonly others: Readonly<Partial<Record<DriftFinding['code'], readonly string[]>>>;
}

const EXPECTED: Readonly<Record<RegisterName, Expected>> = {
  'management-assistants': {
    undeclared: {
      membership:
        'pd:UniqueIdentifier pd:Country pd:Language pd:CurrentEmployment pd:Username pd:Opinion pd:Membership pd:Transaction pd:PaymentCard pd:BankAccount pd:School pd:PastEmployment pd:ProfessionalInterview',
      directory: 'pd:Language pd:PrivacyPreference',
      event_registration:
        'pd:GivenName pd:FamilyName pd:UniqueIdentifier pd:CurrentEmployment pd:JobTitle pd:DietaryPreferences pd:Disability pd:Behavior pd:Opinion pd:Name pd:Purchase pd:Profile',
      event_app: 'pd:DeviceBased pd:DeviceOperatingSystem pd:Behavior',
      newsletter: 'pd:GivenName pd:FamilyName pd:Language pd:IPAddress pd:Membership pd:Consent pd:Behavior pd:UserAgent',
    },
    others: {
      CATEGORY_NOWHERE: ['newsletter pd:LinkClicked', 'event_app pd:ServiceConsumptionBehaviour'],
      SPECIAL_UNDECLARED: ['events.registration.dietaryNote', 'events.registration.accessibilityNote'],
      SPECIAL_NO_CONDITION: ['membership.dietary_requirement.requirement', 'membership.dietary_requirement.note'],
    },
  },
  'hostel-association': {
    undeclared: {
      account: 'pd:UniqueIdentifier pd:Country x:AccessLog',
      orders: 'pd:TravelHistory pd:FamilyName pd:GivenName pd:EmailAddress',
      invoices: 'pd:Purchase pd:Name pd:PaymentCard',
      campaigns: 'pd:Consent pd:Behavior pd:FamilyName pd:GivenName pd:CurrentEmployment',
      survey: 'pd:Opinion',
    },
    others: {
      ACTIVITY_NOWHERE: ['analytics'],
      CATEGORY_NOWHERE: ['orders pd:Purchase', 'orders pd:Transaction'],
    },
  },
  'assess-manager': {
    undeclared: {
      contact_crm: 'pd:Consent pd:Opinion pd:Communication',
      event_registration: 'pd:FamilyName pd:GivenName pd:EmailAddress',
      newsletter: 'pd:Consent pd:LinkClicked',
      payments: 'pd:Purchase pd:Transaction pd:Name pd:Consent',
      user_account: 'pd:FamilyName pd:GivenName pd:EmailAddress pd:Behavior',
    },
    others: {
      ACTIVITY_NOWHERE: ['aml'],
      CATEGORY_NOWHERE: ['contact_crm pd:BirthDate', 'contact_crm pd:IndividualProfile'],
    },
  },
  'assistance-charter': {
    undeclared: {
      contract_db: 'pd:UniqueIdentifier pd:Name pd:FamilyName pd:GivenName pd:BirthDate pd:Purchase pd:FamilyStructure',
      digital_account: 'pd:FamilyName pd:GivenName pd:VehicleData pd:Language pd:Behavior',
      survey: 'pd:EmailAddress',
      assistance_case:
        'pd:UniqueIdentifier pd:FamilyName pd:GivenName pd:BirthDate pd:EmailAddress pd:TelephoneNumber pd:HealthRecord pd:Name',
      call_recording: 'pd:TelephoneNumber pd:Name',
    },
    others: {
      SPECIAL_NO_CONDITION: [
        'cases.dossier.motif',
        'cases.element_medical.etat_sante',
        'cases.element_medical.traitement',
        'cases.element_medical.note_medicale',
        'cases.intervention.compte_rendu',
      ],
    },
  },
  'assistance-network': {
    undeclared: {
      partner_crm: 'pd:Name pd:FamilyName pd:GivenName pd:JobTitle pd:EmailAddress pd:TelephoneNumber pd:Opinion',
      web_form: 'pd:FamilyName pd:GivenName pd:EmailAddress pd:Communication',
      connection_log: 'pd:EmailAddress pd:IPAddress pd:UserAgent',
      call_recording: 'pd:TelephoneNumber pd:Name pd:PrivacyPreference',
    },
    others: {},
  },
};

const CONNECTORS = new Map([['sqlite', sqlite]]);

let folder = '';
let configs: Readonly<Record<RegisterName, string>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-drift-'));
  const demo = await createDemoWorld(join(folder, 'demo'));
  const assess = await createAssessWorld(join(folder, 'assess'));
  const assistance = await createAssistanceWorld(join(folder, 'assistance'));
  configs = {
    'management-assistants': demo.associationConfig,
    'hostel-association': demo.hostelConfig,
    'assess-manager': assess.config,
    'assistance-charter': assistance.charterConfig,
    'assistance-network': assistance.networkConfig,
  };
});
afterAll(() => rm(folder, { recursive: true }));

async function driftOf(name: RegisterName): Promise<readonly DriftFinding[]> {
  const { register, sources } = loadConfig(configs[name], CONNECTORS);
  return driftInSources(register!, sources, new AbortController().signal);
}

function sorted(findings: readonly DriftFinding[]): Expected {
  const undeclared: Record<string, string> = {};
  const others: Partial<Record<DriftFinding['code'], string[]>> = {};
  for (const { code, what, activity = '', ...place } of findings) {
    const [, category = ''] = /category (\S+?),? /u.exec(what.en) ?? [];
    const where = [place.source ?? activity, place.collection, place.field].filter((part) => part !== undefined).join('.');
    if (code === 'CATEGORY_UNDECLARED') undeclared[activity] = withWord(undeclared[activity], category);
    else (others[code] ??= []).push(code === 'CATEGORY_NOWHERE' ? `${where} ${category}` : where);
  }
  return { undeclared, others };
}

function withWord(text: string | undefined, word: string): string {
  return [...new Set([...(text?.split(' ') ?? []), word])].join(' ');
}

describe('the drift of the registers that are shipped (PRF-02)', () => {
  it.each(Object.keys(EXPECTED) as RegisterName[])(
    'is for %s exactly what its policy does not tell of its data',
    async (name) => {
      expect(sorted(await driftOf(name))).toEqual(EXPECTED[name]);
    },
  );

  it('finds every table and every column of the sources in their data maps, and says so in both languages', async () => {
    const all = await Promise.all((Object.keys(EXPECTED) as RegisterName[]).map(driftOf));
    const schema = /^(?:SOURCE|COLLECTION|TABLE|COLUMN)_/u;
    expect(all.flat().filter(({ code }) => schema.test(code))).toEqual([]);
    expect(all.flat().filter(({ what, remedy }) => [what, remedy].some(({ en, fr }) => en === fr))).toEqual([]);
  });
});

describe('fields that tell something special (SPC-01)', () => {
  it('are tagged in the registers with all that they tell, also indirectly: diet twice, and a call for assistance', () => {
    const special = (name: RegisterName, activity: string): unknown =>
      Object.values(loadRegister(registerFile(name)).register.activities[activity]?.fields ?? {}).flatMap(
        (field) => field.special ?? [],
      );
    expect(special('management-assistants', 'event_diet')).toEqual(['health', 'religion']);
    expect(special('assistance-charter', 'assistance_case')).toEqual(['health', 'health']);
  });

  it('are tagged in every data map, so that a person looks before they are released', async () => {
    const all = await Promise.all((Object.keys(EXPECTED) as RegisterName[]).map(driftOf));
    expect(all.flat().filter(({ code }) => code === 'SPECIAL_UNTAGGED' || code === 'SPECIAL_DENIED')).toEqual([]);
  });
});
