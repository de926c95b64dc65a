import type { Activity, Backed, Recipient, Register, RegisterField, RegisterRetention } from '@habeas/core/law';
import { IMPORTED_FIELD } from '../text/imported-field.js';

const backing = ({ assumed, reason }: Backed): Backed =>
  assumed === true && reason !== undefined && reason !== IMPORTED_FIELD ? { assumed, reason } : {};

const told = (value: object): object => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));

/**
 * Every fact of a register that the template can hold, by titles instead of ids and without an order where the template has none:
 * written down apart from the code that fills it in, so that the two can be compared.
 */
export function carriedFacts(register: Register): object {
  const carried = Object.entries(register.activities).filter(([, { role }]) => role.is !== 'processor');
  const { controller, contacts, security } = register;
  const isJoint = carried.some(([, { role }]) => role.is === 'joint');
  const { name, address, country, representative, jointWith } = controller;
  const dpo = contacts.dpo;
  return told({
    controller: told({
      name,
      address,
      country,
      representative,
      ...backing(controller),
      jointWith: isJoint ? jointWith : undefined,
    }),
    dpo: dpo && told({ name: dpo.name, email: dpo.email, phone: dpo.phone, post: dpo.post, ...backing(dpo) }),
    security: security && { text: security.text.fr, ...backing(security) },
    activities: carried.map(([id, activity]) => ({ id, ...activityFacts(register, activity) })),
  });
}

function activityFacts(register: Register, activity: Activity): object {
  const { title, role, subjects, purposes, fields, recipients, retention } = activity;
  return told({
    title: title.fr,
    role: { is: role.is, ...backing(role) },
    ...backing(activity),
    subjects: subjects?.map((id) => register.subjects[id]!.title.fr),
    purposes:
      purposes &&
      Object.values(purposes).map((purpose) => ({
        title: purpose.title.fr,
        ...backing(purpose),
        bases: purpose.bases?.map((basis) => told({ basis: basis.basis, interest: basis.interest?.fr, ...backing(basis) })),
      })),
    fields: fields && Object.values(fields).map(fieldFacts).sort(bySpelling),
    recipients: recipients?.map((id) => recipientFacts(register.recipients[id]!)),
    retention: retention?.map((rule) => ruleFacts(register, activity, rule)).sort(bySpelling),
  });
}

function fieldFacts(field: RegisterField): object {
  return told({ title: field.title.fr, special: field.special && [...field.special].sort(), ...backing(field) });
}

function recipientFacts(recipient: Recipient): object {
  const { title, name, unnamedBecause, role, location, safeguard, onlyIf } = recipient;
  return told({
    title: title.fr,
    ...{ name, unnamedBecause, role, onlyIf: onlyIf?.fr },
    ...backing(recipient),
    location: location && { in: location.in, ...backing(location) },
    safeguard:
      safeguard && told({ type: safeguard.type, text: safeguard.text?.fr, copyFrom: safeguard.copyFrom, ...backing(safeguard) }),
  });
}

function ruleFacts(register: Register, activity: Activity, rule: RegisterRetention): object {
  const { subjects, fields, anchor, combine, period, criterion, whileOpen, then, overrides } = rule;
  const titles = (fields ?? Object.keys(activity.fields ?? {})).map((id) => activity.fields![id]!.title.fr);
  return told({
    subjects: subjects?.map((id) => register.subjects[id]!.title.fr),
    fields: titles.sort(),
    ...{ anchor, combine, whileOpen, then },
    period: period && { length: period.length, ...backing(period) },
    criterion: criterion && told({ text: criterion.text.fr, fixedBy: criterion.fixedBy, ...backing(criterion) }),
    overrides: overrides?.map((each) => {
      const { because, law, length, until } = each;
      return told({ because, law, anchor: each.anchor, length, until: until?.fr, ...backing(each) });
    }),
    ...backing(rule),
  });
}

function bySpelling(one: object, other: object): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
