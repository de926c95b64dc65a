import type { Activity } from '../activity.js';
import { holdsSpecial } from '../activity-items.js';
import { type Backed, isStated } from '../backing.js';
import { thirdCountriesOf } from '../economic-area.js';
import type { Recipient } from '../recipient.js';
import type { Declarations } from '../controller-profile.js';
import type { Register } from '../register.js';
import { isOutside } from '../required-items.js';
import type { LintFinding } from './lint.js';

/** CONTRADICTION: the policy declares that it does not do something, and the register says that it does. */
export function contradictions(register: Register): readonly LintFinding[] {
  return CLAIMS.flatMap(({ key, claim, against }) => {
    const declared: Backed | undefined = register.declares[key];
    const found = declared !== undefined && isStated(declared) ? against(register) : [];
    if (found.length === 0) return [];
    return [
      {
        path: ['declares', key],
        text: `The policy says that ${claim}, and the register says otherwise: ${found.join(', ')}.`,
        remedy: 'Correct the one that is wrong. The report follows the register.',
      },
    ];
  });
}

interface Claim {
  readonly key: keyof Declarations;
  readonly claim: string;
  /** What in the register speaks against it. */
  readonly against: (register: Register) => readonly string[];
}

const CLAIMS: readonly Claim[] = [
  {
    key: 'noSaleOrSharing',
    claim: 'data are not sold or shared with third parties',
    against: ({ recipients }) => idsOf(recipients, isThirdParty),
  },
  {
    key: 'noThirdCountryTransfer',
    claim: 'data do not leave the European Union',
    against: ({ recipients }) => idsOf(recipients, (recipient) => isOutside(recipient) && thirdCountriesOf(recipient).length > 0),
  },
  {
    key: 'noSpecialCategories',
    claim: 'no special categories of data are held',
    against: ({ activities }) => idsOf(activities, holdsSpecial),
  },
  {
    key: 'noAdm',
    claim: 'no decision is taken by a machine alone',
    against: ({ activities }) => idsOf(activities, ({ adm }: Activity) => adm?.level === 'solely_automated'),
  },
];

function idsOf<T>(group: Readonly<Record<string, T>>, holds: (value: T) => boolean): readonly string[] {
  return Object.entries(group)
    .filter(([, value]) => holds(value))
    .map(([id]) => id);
}

/** Art. 4(10): neither the controller's staff nor its processors; a buyer that may come one day is told of beside the promise. */
function isThirdParty({ role, onlyIf }: Recipient): boolean {
  return onlyIf === undefined && (role === 'third_party' || role === 'group' || role === 'subjects');
}
