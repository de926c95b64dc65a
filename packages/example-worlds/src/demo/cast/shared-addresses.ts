import { type PersonOfInterest, truthOf } from '../../world/truth.js';
import { byEmail, person } from '../../people/cast.js';
import type { DemoSystems } from './systems.js';

/** Mailboxes that are more than one person's. What is found by nothing else waits for a human. */
export function castSharedAddresses(systems: DemoSystems): readonly PersonOfInterest[] {
  return [...fatherAndSon(systems), roleMailbox(systems), ...handedOver(systems)];
}

function fatherAndSon({ membership, events, newsletter }: DemoSystems): readonly PersonOfInterest[] {
  const shared = 'j.moreau@post.test';
  const father = person(10, ['Jean', 'Moreau'], '1958-04-02', shared);
  const son = person(11, ['Julien', 'Moreau'], '1990-11-23', 'julien.moreau@example.net');
  const fatherRoot = membership.addMember(father, [{ email: shared }]).root;
  const sonRoot = membership.addMember(son, [{ email: son.email }, { email: shared }]).root;
  const fatherAtEvent = events.addRegistration(father, 2).root;
  const sonAtEvent = events.addRegistration(son, 2, { participantEmail: shared }).root;
  const sonAlone = events.addRegistration(son, 3).root;
  const nameless = newsletter.addSubscriber({ email: shared }, 6);
  const [inDoubt, underShared] = [
    [fatherRoot, sonRoot],
    [fatherAtEvent, sonAtEvent, nameless],
  ];
  return [
    {
      id: 'moreau-shared-mailbox',
      name: 'Jean or Julien Moreau',
      shows: 'Father and son share a mailbox: proving it proves nothing about which of them asks.',
      given: byEmail(shared),
      truth: truthOf([], [...inDoubt, ...underShared]),
    },
    {
      id: 'moreau-son',
      name: 'Julien Moreau',
      shows: 'The son asks under his own address; what stands under the shared one stays in doubt, his father out.',
      given: byEmail(son.email),
      truth: truthOf([sonRoot, sonAlone], [fatherRoot, ...underShared]),
    },
  ];
}

function roleMailbox({ membership, events }: DemoSystems): PersonOfInterest {
  const office = 'contact@cabinet-durand.test';
  const clerk = person(12, ['Solène', 'Garnier'], '1988-07-30', office);
  const member = membership.addMember(clerk, [{ email: office, kind: 'work' }]).root;
  return {
    id: 'role-mailbox',
    name: 'whoever reads contact@',
    shows: "A firm's mailbox is nobody's identity.",
    given: byEmail(office),
    truth: truthOf(
      [],
      [
        member,
        events.addRegistration(clerk, 4).root,
        events.addInvoice({ name: 'Cabinet Durand', email: office }, ['Spring training day']),
      ],
    ),
  };
}

function handedOver({ membership, events }: DemoSystems): readonly PersonOfInterest[] {
  const desk = 'assistante-dg@bureau.test';
  const before = person(13, ['Françoise', 'Picard'], '1961-09-14', 'f.picard@example.com');
  const after = person(14, ['Noémie', 'Vasseur'], '1994-01-19', desk);
  const beforeRoot = membership.addMember(before, [
    { email: before.email },
    { email: desk, kind: 'work', removedOn: '2021-06-30' },
  ]).root;
  const afterRoot = membership.addMember(after, [{ email: desk, kind: 'work' }]).root;
  const beforeAtEvent = events.addRegistration(before, 0, { participantEmail: desk }).root;
  const afterAtEvent = events.addRegistration(after, 4).root;
  return [
    {
      id: 'handed-over',
      name: 'Noémie Vasseur',
      shows: 'A mailbox that came with the job: the same address, another person before.',
      given: byEmail(desk),
      truth: truthOf([], [beforeRoot, afterRoot, beforeAtEvent, afterAtEvent]),
    },
    {
      id: 'predecessor',
      name: 'Françoise Picard',
      shows: 'She asks under her private address; the mailbox she handed over is searched, and proves nothing.',
      given: byEmail(before.email),
      truth: truthOf([beforeRoot], [afterRoot, beforeAtEvent, afterAtEvent]),
    },
  ];
}
