import type { Text } from './message-text.js';

/** What the refusals of proposals say. None of them says anything of what others know of the young person. */
export const PROPOSAL_REASONS: Readonly<Record<string, Text>> = {
  noCoordinator: {
    sv: 'Kommunen har ingen samordnare just nu, så ingen kan ta emot förslaget. Vänd dig till administratören.',
    en: 'The municipality has no coordinator at present, so nobody can receive the proposal. Ask the administrator.',
  },
  alreadyProposed: {
    sv: 'Du har redan föreslagit den unga, på en annan grund. Ange grunden i det förslaget med `stateBasis`.',
    en: 'You have proposed this young person already, on another basis. State the basis of that one with `stateBasis`.',
  },
  identityNumberWrong: {
    sv: 'Ett personnummer eller samordningsnummer har tolv siffror, ÅÅÅÅMMDD-NNNN, och rätt kontrollsiffra; ett tillfälligt nummer slutar på T123, TF12 eller R123. Har den unga inget nummer: ange `birthDate`.',
    en: 'A personal identity number or coordination number has twelve digits, YYYYMMDD-NNNN, and the right control digit; a temporary number ends in T123, TF12 or R123. For somebody without a number state `birthDate`.',
  },
  identityMissing: {
    sv: 'Ange `personalIdentityNumber`, eller `birthDate` för den som inte har något nummer.',
    en: 'State `personalIdentityNumber`, or `birthDate` for somebody who has no number.',
  },
  birthDateDiffers: {
    sv: '`birthDate` är en annan dag än den i `personalIdentityNumber`. Kontrollera båda, eller utelämna dagen.',
    en: '`birthDate` is another day than that of `personalIdentityNumber`. Check both, or leave out the day.',
  },
  outsideTargetAge: {
    sv: 'Insatsen vänder sig till unga som är {from} till {through} år, till och med dagen före nästa födelsedag.',
    en: 'The work is for young people aged {from} to {through}, until the day before the next birthday.',
  },
  proposalTicksNothing: {
    sv: 'Kryssa för minst ett skäl och minst ett riskområde.',
    en: 'Tick at least one reason and at least one risk area.',
  },
  concernMissing: {
    sv: 'Kommunens regler kräver `concern`: att en orosanmälan är gjord, eller att den unga är känd som aktuell.',
    en: "The municipality's rules demand `concern`: that a report of concern was made, or that the young person is known to be involved.",
  },
  concernIncomplete: {
    sv: 'Med REPORTED anges både `reference` och `reportedOn`; med KNOWN_TO_BE_INVOLVED inget av dem.',
    en: 'With REPORTED give both `reference` and `reportedOn`; with KNOWN_TO_BE_INVOLVED neither.',
  },
  concernInFuture: {
    sv: '`reportedOn` är en dag som har varit, eller i dag.',
    en: '`reportedOn` is a day that has been, or today.',
  },
  basisWithoutReport: {
    sv: 'CONCERN_REPORTED vilar på en gjord orosanmälan: ange dess `reference` och `reportedOn` i förslaget.',
    en: 'CONCERN_REPORTED rests on a report of concern: the proposal must carry its `reference` and `reportedOn`.',
  },
  notSameAgency: {
    sv: 'SAME_AGENCY gäller bara inom samordnarens egen verksamhet. Fråga familjen, och ange då FAMILY_AGREED.',
    en: "SAME_AGENCY holds only within the coordinator's own agency. Ask the family, and then state FAMILY_AGREED.",
  },
  proposalBlind: {
    sv: 'Förslaget säger inte vem det gäller. Den som föreslog anger grunden med `stateBasis`.',
    en: 'The proposal does not say whom it is about. Whoever proposed states the basis with `stateBasis`.',
  },
  proposalDecided: {
    sv: 'Förslaget är redan besvarat.',
    en: 'The proposal was answered already.',
  },
  basisStated: {
    sv: 'Grunden är redan angiven.',
    en: 'The basis was stated already.',
  },
};
