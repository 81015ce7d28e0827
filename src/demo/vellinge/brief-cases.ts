import type { DemoTime } from '../demo-time.js';
import { blindProposal, closed, declined } from '../brief/before-and-after.js';
import type { Cast } from '../brief/brief-case.js';
import { alreadyEighteen, expired, renewed } from '../brief/consent-over-time.js';
import {
  confidentialityMarking,
  custodyEnds,
  preventedCustodian,
  protectedRegistration,
} from '../brief/protection-and-custody.js';
import type { CaseStory, YoungPersonStory } from '../story.js';

const FORM = 'Vellinge, januari 2019';

/** A family by its names; the guardians share the young person's family name. */
function cast(
  serial: number,
  [givenName, familyName, sex, mother, father]: readonly [string, string, YoungPersonStory['sex'], string, string],
  phone: string,
): Cast {
  return {
    serial,
    youngPerson: {
      givenName,
      familyName,
      sex,
      address: `Norrevångsgatan ${serial}, 235 00 Vellinge`,
      phone,
    },
    mother: { givenName: mother, familyName },
    father: { givenName: father, familyName },
    formVersion: FORM,
  };
}

/** One short story for each situation that the fully told cases do not show. */
export const BRIEF_CASES: readonly ((time: DemoTime) => CaseStory)[] = [
  expired(cast(31, ['Elvira', 'Bonderup', 'FEMALE', 'Ann', 'Torsten'], '070-174 06 17')),
  renewed(cast(32, ['Sixten', 'Dalköpinge', 'MALE', 'Gunilla', 'Peter'], '070-174 06 19')),
  alreadyEighteen(cast(33, ['Freja', 'Ekelund Rask', 'FEMALE', 'Marie', 'Claes'], '070-174 06 20')),
  confidentialityMarking(cast(34, ['Omar', 'Khalidi', 'MALE', 'Huda', 'Samir'], '070-174 06 21')),
  protectedRegistration(cast(35, ['Nova', 'Skanörby', 'FEMALE', 'Therese', 'Johan'], '070-174 06 22')),
  preventedCustodian(cast(36, ['Alve', 'Höllviken Berg', 'MALE', 'Kristina', 'Anders'], '070-174 06 23')),
  custodyEnds(cast(37, ['Tilde', 'Fuglsang', 'FEMALE', 'Bodil', 'Kjell'], '070-174 06 25')),
  blindProposal(cast(38, ['Ivar', 'Ljunghusen', 'MALE', 'Agneta', 'Rolf'], '070-174 06 26')),
  declined(cast(39, ['Majken', 'Räng', 'FEMALE', 'Lena', 'Bertil'], '070-174 06 27')),
  closed(cast(40, ['Casper', 'Östra Grev', 'MALE', 'Susanne', 'Magnus'], '070-174 06 28')),
];
