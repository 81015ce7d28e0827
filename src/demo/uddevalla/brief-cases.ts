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

const FORM = 'Uddevalla 2026:1';

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
      address: `Kolbengatan ${serial}, 451 00 Uddevalla`,
      phone,
    },
    mother: { givenName: mother, familyName },
    father: { givenName: father, familyName },
    formVersion: FORM,
  };
}

/** One short story for each situation that the fully told cases do not show. */
export const BRIEF_CASES: readonly ((time: DemoTime) => CaseStory)[] = [
  expired(cast(21, ['Saga', 'Bergfalk', 'FEMALE', 'Annika', 'Jens'], '070-174 06 06')),
  renewed(cast(22, ['Noel', 'Grindelid', 'MALE', 'Camelia', 'Stefan'], '070-174 06 07')),
  alreadyEighteen(cast(23, ['Tuva', 'Hallerås', 'FEMALE', 'Birgit', 'Lars'], '070-174 06 08')),
  confidentialityMarking(cast(24, ['Adnan', 'Selimovic', 'MALE', 'Amra', 'Edin'], '070-174 06 09')),
  protectedRegistration(cast(25, ['Lova', 'Tingvall', 'FEMALE', 'Sara', 'Mikael'], '070-174 06 10')),
  preventedCustodian(cast(26, ['Milo', 'Rosander', 'MALE', 'Linda', 'Patrik'], '070-174 06 11')),
  custodyEnds(cast(27, ['Iris', 'Vadstedt', 'FEMALE', 'Helene', 'Olof'], '070-174 06 13')),
  blindProposal(cast(28, ['Leon', 'Kvistgård', 'MALE', 'Maria', 'Henrik'], '070-174 06 14')),
  declined(cast(29, ['Stina', 'Ahlforss', 'FEMALE', 'Eva', 'Göran'], '070-174 06 15')),
  closed(cast(30, ['Viggo', 'Lanesten', 'MALE', 'Pernilla', 'Fredrik'], '070-174 06 16')),
];
