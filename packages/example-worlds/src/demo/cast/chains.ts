import { type PersonOfInterest, truthOf } from '../../world/truth.js';
import { byEmail, person } from '../../people/cast.js';
import type { DemoSystems } from './systems.js';

/** People whom one system knows by an identifier that only another system can tell. */
export function castChains(systems: DemoSystems): readonly PersonOfInterest[] {
  return [threeHops(systems), twice(systems), internationalAddress(systems), ...typedWrongly(systems)];
}

function threeHops({ membership, events, newsletter }: DemoSystems): PersonOfInterest {
  const [first, second, third] = ['wanjiru.mwangi@example.com', 'w.mwangi@post.test', 'shiru@courriel.test'];
  const wanjiru = person(20, ['Wanjirũ', 'Mwangi'], '1991-08-21', first);
  const member = membership.addMember(wanjiru, [{ email: first }, { email: second }], { phone_private: null });
  membership.addMemberships(member, 2021, 2024);
  const bySecond = events.addRegistration(wanjiru, 2, { participantEmail: second, participantPhone: wanjiru.phone });
  const byPhone = events.addRegistration(wanjiru, 3, { participantEmail: third, participantPhone: '06 39 98 90 20' });
  const byThird = newsletter.addSubscriber({ email: third, given: 'Wanjiru', family: 'Mwangi', language: 'en' }, 9);
  events.addVisit(byPhone, 4, 5);
  return {
    id: 'three-hops',
    name: 'Wanjirũ Mwangi',
    shows: 'Member database → second address → event platform → telephone → third address → newsletter.',
    given: byEmail(first),
    truth: truthOf([member.root, bySecond.root, byPhone.root, byThird]),
  };
}

function twice({ membership, events }: DemoSystems): PersonOfInterest {
  const hanako = person(21, ['花子', '山田'], '1972-10-03', 'hanako.yamada@example.org');
  const roots = [
    membership.addMember(hanako, [{ email: hanako.email }]).root,
    membership.addMember(hanako, [{ email: 'Hanako.Yamada@example.org', kind: 'work' }]).root,
    events.addRegistration(hanako, 3).root,
  ];
  return {
    id: 'recorded-twice',
    name: '山田花子',
    shows: 'The secretariat recorded her twice: both records are hers.',
    given: byEmail(hanako.email),
    truth: truthOf(roots),
  };
}

function internationalAddress({ membership, events, newsletter }: DemoSystems): PersonOfInterest {
  const zoe = person(22, ['Zoé', 'Müller'], '1986-02-28', 'zoé.müller@société.test');
  const roots = [
    membership.addMember(zoe, [{ email: zoe.email }]).root,
    events.addRegistration(zoe, 1, { participantEmail: 'Zoé.Müller@Société.test' }).root,
    newsletter.addSubscriber({ email: 'zoé.müller@xn--socit-esab.test', given: 'Zoé', family: 'Müller' }, 4),
  ];
  // The same letters without their accents are another mailbox.
  const zoeWithout = person(23, ['Zoe', 'Muller'], '1969-05-05', 'zoe.muller@societe.test');
  events.addRegistration(zoeWithout, 1);
  newsletter.addSubscriber({ email: zoeWithout.email, given: 'Zoe', family: 'Muller' }, 4);
  return {
    id: 'international-address',
    name: 'Zoé Müller',
    shows: 'An address with accents and an international domain, written in three ways; without accents it is somebody else.',
    given: byEmail('zoé.müller@société.test'),
    truth: truthOf(roots),
  };
}

/** Paul types Luc's member number; Sofia's telephone number went to Omar; and equal numbers of two issuers mean nothing. */
function typedWrongly({ membership, events }: DemoSystems): readonly PersonOfInterest[] {
  const luc = person(24, ['Luc', 'Vasseur'], '1967-03-13', 'luc.vasseur@example.net');
  const paul = person(25, ['Paul', 'Perrin'], '1982-12-12', 'paul.perrin@example.net');
  const lucMember = membership.addMember(luc, [{ email: luc.email }]);
  const lucAtEvent = events.addRegistration(luc, 2, { participantMemberNo: lucMember.memberNo }).root;
  const paulAtEvent = events.addRegistration(paul, 2, { participantMemberNo: lucMember.memberNo }).root;
  const anInvoice = { customerNo: lucMember.memberNo };
  events.addInvoice({ name: 'Nuño Íñiguez', email: 'nuno.iniguez@example.com' }, ['Training day Nantes'], anInvoice);

  const sofia = person(26, ['Sofia', 'Lindqvist'], '1975-01-25', 'sofia.lindqvist@example.org');
  const omar = person(26, ['Oumar', 'Sarr'], '2001-06-06', 'oumar.sarr@example.org');
  const sofiaRoot = membership.addMember(sofia, [{ email: sofia.email }]).root;
  const omarRoot = events.addRegistration(omar, 4, { participantPhone: omar.phone }).root;
  return [
    {
      id: 'number-typed-by-another',
      name: 'Luc Vasseur',
      shows: "Somebody else typed his member number; somebody else's customer number has the same digits.",
      given: byEmail(luc.email),
      truth: truthOf([lucMember.root, lucAtEvent], [paulAtEvent]),
    },
    {
      id: 'typed-anothers-number',
      name: 'Paul Perrin',
      shows: "He typed somebody else's member number: the number leads away from him.",
      given: byEmail(paul.email),
      truth: truthOf([paulAtEvent], [lucMember.root, lucAtEvent]),
    },
    {
      id: 'recycled-phone-before',
      name: 'Sofia Lindqvist',
      shows: 'Her old telephone number belongs to somebody else today.',
      given: byEmail(sofia.email),
      truth: truthOf([sofiaRoot], [omarRoot]),
    },
    {
      id: 'recycled-phone-after',
      name: 'Oumar Sarr',
      shows: 'His telephone number was somebody else’s before.',
      given: byEmail(omar.email),
      truth: truthOf([omarRoot], [sofiaRoot]),
    },
  ];
}
