import { sentence } from '../voice.js';
import type { Body } from './body.js';

export const extension: Body<'extension'> = ({ reason, explanation, newDueOn }, voice) => [
  voice.paragraph('extension.news', { due: voice.day(newDueOn) }),
  { kind: 'paragraph', text: `${voice.say(`extension.reason.${reason}`)} ${sentence(explanation)}` },
  voice.paragraph('extension.law'),
];

export const archiveExpiry: Body<'archive_expiry'> = (facts, voice) => {
  const { availableUntil, downloadsLeft, isRenewable, reference } = facts;
  const until = voice.say('archive_expiry.until', { until: voice.day(availableUntil) });
  const left = downloadsLeft === undefined ? [] : [voice.say('archive_expiry.left', { count: downloadsLeft })];
  return [
    { kind: 'paragraph', text: [until, ...left].join(' ') },
    voice.paragraph('archive_expiry.proof'),
    ...(isRenewable ? [voice.paragraph('archive_expiry.renewable', { reference })] : []),
    voice.paragraph('archive_expiry.again'),
  ];
};
