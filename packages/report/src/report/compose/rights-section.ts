import type { AuthorityContact, Contacts, RightsChannel } from '@habeas/core/law';
import type { Block, Section, Text } from '../../document/document.js';
import { REPORT_RIGHTS, type SubjectReport } from '../subject-report.js';
import { listOf, paragraph, type ReportVoice } from './voice.js';

/** What the person can do, by the bases that apply to them, and to whom they can complain (Art. 15(1)(e)-(f), 12(4); REP-07). */
export function rightsSection({ rights, register }: SubjectReport, voice: ReportVoice): Section {
  const always = ['rectification', 'erasure', 'restriction'] as const;
  const told = REPORT_RIGHTS.filter((right) => rights.includes(right) || always.some((each) => each === right));
  const { contacts } = register;
  const hasOfficer = contacts.dpo !== undefined;
  return {
    kind: 'section',
    id: 'rights',
    title: voice.say('rights.title'),
    blocks: [
      paragraph(voice.say('rights.lead')),
      { kind: 'list', items: told.map((right) => voice.say(`right.${right}`)) },
      paragraph(voice.say(hasOfficer ? 'rights.where.officer' : 'rights.where')),
      listOf(waysTo(contacts)),
      { kind: 'section', id: 'complaint', title: voice.say('rights.complaint.title'), blocks: complaint(register, voice) },
    ],
  };
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
  if (authority === undefined) return [paragraph(voice.say('rights.complaint.unstated')), court];
  const { name, contact = {}, ownCountry } = authority;
  return [
    paragraph(voice.say('rights.complaint')),
    { kind: 'lines', lines: [[{ text: name, style: 'strong' }], ...contactLines(contact)] },
    ...(ownCountry === undefined ? [] : [paragraph(voice.say('rights.complaint.own'))]),
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
