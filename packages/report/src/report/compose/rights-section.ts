import { type AuthorityContact, type Contacts, isStated, type RightsChannel } from '@habeas/core/law';
import type { Block, Section, Text } from '../../document/document.js';
import { REPORT_RIGHTS, type ReportRight, type SubjectReport } from '../subject-report.js';
import { COMPLAINT_ID } from './section-ids.js';
import { listOf, paragraph, type ReportVoice } from './voice.js';

/** What the person can do, by the bases that apply to them, and to whom they can complain (Art. 15(1)(e)-(f), 12(4); REP-07). */
export function rightsSection(report: SubjectReport, voice: ReportVoice): Section {
  const { rights, register, blocks } = report;
  const told = REPORT_RIGHTS.filter((right) => rights.includes(right) || ALWAYS.has(right));
  const open = blocks.filter(({ isBasisOpen, heldFor }) => isBasisOpen && heldFor === undefined);
  const contacts = statedContacts(register.contacts);
  return {
    kind: 'section',
    id: 'rights',
    title: voice.say('rights.title'),
    blocks: [
      paragraph(voice.say('rights.lead')),
      { kind: 'list', items: told.map((right) => rightLine(right, report, voice)) },
      ...(open.length === 0
        ? []
        : [
            paragraph(
              voice.say('rights.open', { activities: voice.list(open.map(({ activity }) => voice.pick(activity.title))) }),
            ),
          ]),
      ...addresses(contacts, voice),
      { kind: 'section', id: COMPLAINT_ID, title: voice.say('rights.complaint.title'), blocks: complaint(register, voice) },
    ],
  };
}

/** Whatever the basis (Art. 16, 17, 18). */
const ALWAYS: ReadonlySet<ReportRight> = new Set<ReportRight>(['rectification', 'erasure', 'restriction']);

/** A right that depends on the basis, with the activities in which it applies. */
function rightLine(right: ReportRight, { blocks }: SubjectReport, voice: ReportVoice): string {
  const text = voice.say(`right.${right}`);
  if (ALWAYS.has(right)) return text;
  const activities = blocks.filter(({ rights }) => rights.includes(right)).map(({ activity }) => voice.pick(activity.title));
  return voice.say('rights.lineFor', { right: text, activities: voice.list(activities) });
}

/** Nobody is sent to an address that is only assumed (PRF-03). */
function statedContacts({ dpo, rightsChannels = [] }: Contacts): Contacts {
  return {
    ...(dpo === undefined || !isStated(dpo) ? {} : { dpo }),
    rightsChannels: rightsChannels.filter(isStated),
  };
}

function addresses(contacts: Contacts, voice: ReportVoice): readonly Block[] {
  const ways = waysTo(contacts);
  if (ways.length === 0) return [];
  return [paragraph(voice.say(contacts.dpo === undefined ? 'rights.where' : 'rights.where.officer')), listOf(ways)];
}

function waysTo({ dpo, rightsChannels = [] }: Contacts): readonly Text[] {
  const ways: readonly Pick<RightsChannel, 'type' | 'value'>[] = [
    ...(dpo?.email === undefined ? [] : [{ type: 'email' as const, value: dpo.email }]),
    ...(dpo?.phone === undefined ? [] : [{ type: 'phone' as const, value: dpo.phone }]),
    ...(dpo?.post === undefined ? [] : [{ type: 'post' as const, value: dpo.post }]),
    ...rightsChannels,
  ];
  return [...new Map(ways.map((way) => [way.value, wayOf(way)])).values()];
}

function wayOf({ type, value }: Pick<RightsChannel, 'type' | 'value'>): Text {
  switch (type) {
    case 'email':
      return [{ text: value, href: `mailto:${value}` }];
    case 'phone':
      return [{ text: value, href: `tel:${value.replaceAll(/[^+\d]/gu, '')}` }];
    case 'portal':
      return linked(value);
    case 'post':
      return value;
  }
}

function complaint({ supervisoryAuthority: authority }: SubjectReport['register'], voice: ReportVoice): readonly Block[] {
  const court = paragraph(voice.say('rights.court'));
  // Also where the policy says nothing of it: Art. 77(1) leaves the choice to the person.
  if (authority === undefined) return [paragraph(voice.say('rights.complaint.unstated')), court];
  const { name, contact = {} } = authority;
  return [
    paragraph(voice.say('rights.complaint')),
    { kind: 'lines', lines: [[{ text: name, style: 'strong' }], ...contactLines(contact)] },
    paragraph(voice.say('rights.complaint.own')),
    court,
  ];
}

function contactLines({ post, phone, url }: AuthorityContact): readonly Text[] {
  return [
    ...(post === undefined ? [] : [post]),
    ...(phone === undefined ? [] : [wayOf({ type: 'phone', value: phone })]),
    ...(url === undefined ? [] : [linked(url)]),
  ];
}

/** A web address as a link where it is one. */
function linked(url: string): Text {
  if (url.startsWith('https://')) return [{ text: url, href: url }];
  return /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/u.test(url) ? [{ text: url, href: `https://${url}` }] : url;
}
