import type { Person } from '../people/person.js';
import { Moment } from '../world/calendar.js';
import { place, type Root, SourceBuilder, type TableRow } from '../world/source-builder.js';
import { drawPicture } from './picture.js';
import { EMPLOYERS, GROUPS, JOBS, LEVELS, SCHOOLS, STREETS, TOWNS } from './vocabulary.js';

const MEMBER = place('member', ['id']);
const EMAIL = place('member_email', ['id']);
const PERIOD = place('membership_period', ['id']);
const DUES = place('dues_payment', ['id']);
const ENTRY = place('directory_entry', ['member_id']);
const VISIBILITY = place('directory_visibility', ['member_id', 'field']);
const DIET = place('dietary_requirement', ['id']);
const PHOTO = place('member_photo', ['id']);
const EDUCATION = place('education', ['id']);
const EXPERIENCE = place('experience', ['id']);
const OFFICE = place('group_officer', ['national_group_id', 'member_id', 'office']);
const APPLICATION = place('membership_application', ['id']);
const MENTORSHIP = place('mentorship', ['id']);

/** A member's record, with the numbers that other systems know them by. */
export interface Member {
  readonly root: Root;
  readonly id: number;
  readonly memberNo: string;
}

/** An address in the member database, and what became of it. */
export interface MemberAddress {
  readonly email: string;
  readonly kind?: 'private' | 'work';
  readonly removedOn?: string;
}

/** Writes the association's member database. */
export class MemberDatabase {
  readonly rows = new SourceBuilder('membership');

  constructor() {
    for (const [id, name, country] of GROUPS) this.rows.shared('national_group', { id, name, country });
    for (const [code, label, yearly_dues] of LEVELS) this.rows.shared('membership_level', { code, label, yearly_dues });
    this.rows.shared('schema_version', { version: 14, applied_at: '2023-11-02 07:00:00' });
  }

  /** A member with addresses; `details` overrides any column. Member numbers run from 10001. */
  addMember(person: Person, addresses: readonly MemberAddress[], details: TableRow = {}): Member {
    const id = this.rows.next('member');
    const memberNo = String(10_000 + id);
    const root = this.rows.root(MEMBER, {
      id,
      member_no: memberNo,
      given_name: person.given,
      family_name: person.family,
      birth_date: person.birthDate,
      phone_private: person.phone,
      street: `${1 + (id % 98)} ${at(STREETS, id)}`,
      postal_code: String(10_000 + ((id * 797) % 89_999)),
      town: at(TOWNS, id),
      country: person.country,
      language: person.language,
      employer: at(EMPLOYERS, id),
      job_title: at(JOBS, id),
      national_group_id: 1 + (id % GROUPS.length),
      portal_login: `member${memberNo}`,
      password_hash: `$2b$10$${Buffer.from(`synthetic-${memberNo}-never-a-password`).toString('base64').slice(0, 53)}`,
      created_at: Moment.of('2016-01-11').plusDays(id * 11).sqlDatetime,
      left_on: null,
      ...details,
    });
    for (const address of addresses) this.addAddress({ root, id, memberNo }, address);
    return { root, id, memberNo };
  }

  addAddress({ root, id }: Member, { email, kind = 'private', removedOn }: MemberAddress): void {
    const row = {
      id: this.rows.next('member_email'),
      member_id: id,
      email,
      kind,
      added_on: '2019-03-04',
      removed_on: removedOn ?? null,
    };
    this.rows.owned(root, EMAIL, row);
  }

  /** Memberships of a year each, the last one running until the day on which the member left, with their dues. */
  addMemberships({ root, id: member_id }: Member, firstYear: number, lastYear: number, leftOn: string | null = null): void {
    for (let year = firstYear; year <= lastYear; year++) {
      const id = this.rows.next('membership_period');
      const [level_code, , dues] = at(LEVELS, member_id);
      const isLast = year === lastYear;
      this.rows.owned(root, PERIOD, {
        id,
        member_id,
        level_code,
        started_on: `${year}-01-01`,
        ended_on: isLast ? leftOn : `${year}-12-31`,
        status: isLast ? (leftOn === null ? 'active' : 'resigned') : 'lapsed',
      });
      this.rows.owned(root, DUES, {
        id: this.rows.next('dues_payment'),
        period_id: id,
        amount: dues,
        currency: 'EUR',
        paid_on: `${year}-01-${String(10 + (member_id % 18))}`,
        method: at(['sepa', 'card', 'cheque'], member_id + year),
        iban_last4: String(1000 + ((member_id * 37) % 9000)),
      });
    }
  }

  addDirectoryEntry({ root, id: member_id }: Member, headline: string, about: string): void {
    const languages = JSON.stringify(['fr', 'en'].slice(0, 1 + (member_id % 2)));
    this.rows.owned(root, ENTRY, { member_id, headline, about, languages, published: 1 });
    for (const [field, visible_to] of [
      ['email', 'members'],
      ['phone_private', 'nobody'],
      ['employer', 'group'],
    ] as const)
      this.rows.owned(root, VISIBILITY, { member_id, field, visible_to });
  }

  addDiet({ root, id: member_id }: Member, requirement: string, note: string): void {
    this.rows.owned(root, DIET, { id: this.rows.next('diet'), member_id, requirement, note, recorded_on: '2022-09-01' });
  }

  addPhoto({ root, id: member_id }: Member, takenOn: string): void {
    const id = this.rows.next('photo');
    this.rows.owned(root, PHOTO, {
      id,
      member_id,
      taken_on: takenOn,
      media_type: 'image/png',
      image: drawPicture(member_id * 31 + id),
    });
  }

  addCareer({ root, id: member_id }: Member, steps: number): void {
    const degree = { degree: 'BTS', year: 1980 + (member_id % 35) };
    this.rows.owned(root, EDUCATION, { id: this.rows.next('education'), member_id, school: at(SCHOOLS, member_id), ...degree });
    for (let step = 0; step < steps; step++)
      this.rows.owned(root, EXPERIENCE, {
        id: this.rows.next('experience'),
        member_id,
        employer: at(EMPLOYERS, member_id + step + 1),
        function: at(JOBS, member_id + step + 1),
        from_year: 2000 + step * 4,
        to_year: 2003 + step * 4,
      });
  }

  addOffice({ root, id: member_id }: Member, office: string, since: string): void {
    const national_group_id = 1 + (member_id % GROUPS.length);
    this.rows.owned(root, OFFICE, { national_group_id, member_id, office, since, until: null });
  }

  /** An application stands for itself: it was there before the member was. */
  addApplication(person: Person, email: string, details: TableRow = {}): Root {
    return this.rows.root(APPLICATION, {
      id: this.rows.next('application'),
      email,
      given_name: person.given,
      family_name: person.family,
      birth_date: person.birthDate,
      motivation: 'To learn from others who do the same work.',
      received_on: '2018-10-12',
      decision: 'accepted',
      ...details,
    });
  }

  /** Belongs to both. */
  addMentorship(mentor: Member, mentee: Member, goal: string): void {
    const row = {
      id: this.rows.next('mentorship'),
      mentor_id: mentor.id,
      mentee_id: mentee.id,
      started_on: '2021-02-01',
      ended_on: null,
      goal,
    };
    this.rows.owned([mentor.root, mentee.root], MENTORSHIP, row);
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('an empty list');
  return item;
}
