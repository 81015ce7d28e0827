import type { ClosureReason } from '../core/closure-reasons.js';
import type { Language, Text } from './message-text.js';

/** What the refusals of forms, withdrawals, blocks and held pieces say. */
export const CONSENT_REASONS: Readonly<Record<string, Text>> = {
  rulesAhead: {
    sv: 'Regler som kräver mindre än de förra börjar gälla tidigast om {days} dagar. Sätt ett senare `validFrom`.',
    en: 'Rules that ask for less than those before apply in {days} days at the earliest. Give a later `validFrom`.',
  },
  rulesDraftAnswered: {
    sv: 'Förslaget till regler är redan besvarat.',
    en: 'The draft of rules has been answered already.',
  },
  rulesDraftOvertaken: {
    sv: 'Andra regler har beslutats sedan dess, eller dagen har kommit. Lägg in reglerna på nytt.',
    en: 'Other rules have been published since, or the day has come. Enter the rules again.',
  },
  consentTooLong: {
    sv: 'Ett samtycke gäller i högst {months} månader enligt kommunens regler. Sätt ett tidigare slut, eller utelämna `until`.',
    en: "By the municipality's rules a consent lasts {months} months at most. End it sooner, or leave `until` out.",
  },
  formNamesNothing: {
    sv: 'Blanketten öppnar ingenting. Kryssa i parter och områden (`talkOpenly` eller `grants`) som `except` lämnar kvar.',
    en: 'The form opens nothing. Tick parties and categories (`talkOpenly` or `grants`) that `except` leaves standing.',
  },
  informationOnceEach: {
    sv: 'Informationstexten saknas, eller står två gånger på ett språk. Ge den en gång på varje språk, högst {max}.',
    en: 'The information is missing, or is there twice in a language. Give it once in each language, {max} at most.',
  },
  answerMissing: {
    sv: 'NONE är inget svar. Svara YES, NO eller TALK_FIRST.',
    en: 'NONE is not an answer. Answer YES, NO or TALK_FIRST.',
  },
  languageNotShown: {
    sv: 'Informationen finns inte på det språket. Ange ett av dem som `information` visar.',
    en: 'The information is not there in that language. Give one of those that `information` shows.',
  },
  requestOver: {
    sv: 'Det som frågan gäller har gått ut. Samordnaren kan fråga på nytt.',
    en: 'What was asked is over. The coordinator can ask anew.',
  },
  agencyUnknown: {
    sv: 'En av verksamheterna finns inte i kommunen. Hämta dem med `Municipality.agencies`.',
    en: 'One of the agencies is not of the municipality. List them with `Municipality.agencies`.',
  },
  agencyWithItself: {
    sv: 'En verksamhet behöver inget samtycke för att tala med sig själv. Ta bort det paret.',
    en: 'An agency needs no consent to talk with itself. Remove that pair.',
  },
  onlyWhoInformed: {
    sv: 'Blanketten förs in av den som informerade, eller av samordnaren.',
    en: 'A form is entered by whoever informed, or by the coordinator.',
  },
  onlyOwnStatements: {
    sv: 'Du kan bara tala för dig själv.',
    en: 'You can only speak for yourself.',
  },
  professionalUnknown: {
    sv: 'Det finns ingen sådan roll i kommunen. Ange personens `Professional.id`.',
    en: "There is no such role in the municipality. Give the person's `Professional.id`.",
  },
  subjectUnknown: {
    sv: 'Personen är ingen som ärendets uppgifter handlar om. Utelämna `subjectId` för ungdomen.',
    en: 'That person is nobody whom information of the case is about. Leave out `subjectId` for the young person.',
  },
  notASigner: {
    sv: 'Den personens ord gäller inte här nu: varken den unga själv eller en vårdnadshavare som kan underteckna.',
    en: "That person's word does not count here now: neither the subject nor a guardian who can sign.",
  },
  birthDateAhead: {
    sv: 'Födelsedagen ligger i framtiden. Kontrollera `birthDate`.',
    en: 'The date of birth lies ahead. Check `birthDate`.',
  },
  rulesOutOfRange: {
    sv: '`{field}` ska vara ett heltal från {least} till {most}.',
    en: '`{field}` must be a whole number from {least} to {most}.',
  },
  rulesOutOfOrder: {
    sv: '`{lower}` får inte vara större än `{upper}`.',
    en: '`{lower}` may not be greater than `{upper}`.',
  },
  rulesMeetingParties: {
    sv: 'Nämn varje mötesform högst en gång i `meetingParties`, och ingen part både som nödvändig och frivillig.',
    en: 'Name each kind of meeting once at most in `meetingParties`, and no party both as required and optional.',
  },
  rulesFromPast: {
    sv: 'Regler gäller aldrig bakåt i tiden. Utelämna `validFrom`, eller ange en tid som inte har passerat.',
    en: 'Rules never apply to the past. Leave out `validFrom`, or give a time that has not passed.',
  },
  holdWhat: {
    sv: 'Ange `pieceId`, eller `caseId` och `category` för det som inte har något id.',
    en: 'Give `pieceId`, or `caseId` and `category` for what has no id.',
  },
  guardianOneWay: {
    sv: 'Ange antingen `personId` för en vårdnadshavare i ärendet, eller `givenName` och `familyName` för en ny.',
    en: 'Give either `personId` for a guardian of the case, or `givenName` and `familyName` for a new one.',
  },
  signersOnceEach: {
    sv: 'Ange minst en som undertecknar, och var och en högst en gång.',
    en: 'Name at least one signer, and each of them once.',
  },
  withdrawWhat: {
    sv: 'Ange `consentId`, eller `caseId` för att säga nej till allt eller till `scope`.',
    en: 'Give `consentId`, or `caseId` to say no to everything or to `scope`.',
  },
  withdrawWhose: {
    sv: 'Ange med `signerId` vems ord det är.',
    en: 'Say by `signerId` whose word it is.',
  },
  nothingToWithdraw: {
    sv: 'Det är inget samtycke utan ett nej. Det finns inget att ta tillbaka.',
    en: 'That is no consent but a no. There is nothing to take back.',
  },
  scopeOutsideConsent: {
    sv: 'Samtycket gäller ingen av de delarna. Se `Consent.scope`.',
    en: 'The consent is about none of those parts. See `Consent.scope`.',
  },
  onlyOwnInformation: {
    sv: 'Det är en annan verksamhets uppgifter. Bara den som har dem kan spärra, hålla tillbaka eller lämna ut dem.',
    en: 'That is the information of another agency. Only who holds it can block it, hold it back or release it.',
  },
  onlyOwnBlock: {
    sv: 'En spärr hävs av den som satte den; en undertecknares också av samordnaren, på dennes ord.',
    en: "A block is lifted by whoever set it; a signer's also by the coordinator, on the signer's word.",
  },
  blockOver: {
    sv: 'Spärren gäller inte längre.',
    en: 'The block is not in force any more.',
  },
  custodyOverlaps: {
    sv: 'Vårdnadshavaren har redan vårdnaden någon av de dagarna. Avsluta den perioden först.',
    en: 'The guardian already has custody on some of those days. End that period first.',
  },
  opensBackwards: {
    sv: 'Det som skrevs medan ett ja saknades öppnas inte i efterhand. Ange i dag eller en senare dag.',
    en: 'What was written while a yes was missing is not opened afterwards. Give today or a later day.',
  },
  noCustody: {
    sv: 'Vårdnadshavaren har inte vårdnaden den dagen. Se `Guardian.custody`.',
    en: 'The guardian has no custody on that day. See `Guardian.custody`.',
  },
  personUnknown: {
    sv: 'Det finns ingen sådan person i ärendet i den rollen.',
    en: 'There is no such person in that role in the case.',
  },
  guardianUnknown: {
    sv: 'Det finns ingen vårdnadshavare med det id:t i ärendet.',
    en: 'There is no guardian with that id in the case.',
  },
  whatIfPast: {
    sv: 'Frågan gäller nu eller senare. Utelämna `at` för nu.',
    en: 'The question is about now or later. Leave out `at` for now.',
  },
  secondPersonNeeded: {
    sv: 'Blanketten prövas av någon annan än den som förde in den, också i en annan roll.',
    en: 'A form is looked at by somebody else than who entered it, in whichever role.',
  },
  formAnswered: {
    sv: 'Blanketten är redan bekräftad eller avvisad. Se `Case.consents`.',
    en: 'The form is already confirmed or rejected. See `Case.consents`.',
  },
  formLapsed: {
    sv: 'Blanketten har väntat för länge och gäller inte. Fråga på nytt och för in svaret.',
    en: 'The form has waited too long and does not count. Ask again and record the answer.',
  },
  formOvertaken: {
    sv: 'Någon som undertecknat har sagt nej sedan blanketten fördes in. Avvisa den; ett nytt ja behövs.',
    en: 'A signer has said no since the form was entered. Reject it; a new yes is needed.',
  },
  signersChanged: {
    sv: 'Någon som undertecknat får inte längre underteckna. Avvisa blanketten och fråga dem som nu ska samtycka.',
    en: 'A signer may sign no more. Reject the form and ask those who have to consent now.',
  },
  formOver: {
    sv: 'Den tid som blanketten gäller är över. Avvisa den.',
    en: 'The time that the form is about is over. Reject it.',
  },
  withdrawOtherwise: {
    sv: 'Ett samtycke tas tillbaka med `withdrawConsent`.',
    en: 'A consent is taken back with `withdrawConsent`.',
  },
  evidenceIncomplete: {
    sv: 'Ange ändamål och blankettens version, högst 4 000 tecken var.',
    en: 'Give the purpose and the version of the form, 4,000 characters each at most.',
  },
  languageUnknown: {
    sv: 'Ange språket enligt ISO 639, till exempel `sv` eller `ar`.',
    en: 'Give the language by ISO 639, such as `sv` or `ar`.',
  },
  witnessMissing: {
    sv: 'Ett muntligt samtycke behöver ett vittne. Ange `witnessId`.',
    en: 'A consent given orally needs a witness. Give `witnessId`.',
  },
  hashMalformed: {
    sv: '`documentHash` är SHA-256 av dokumentet, 64 hexadecimala siffror.',
    en: '`documentHash` is the SHA-256 of the document, 64 hexadecimal digits.',
  },
  appliesFromPast: {
    sv: 'Ett samtycke gäller inte bakåt i tiden. Utelämna `appliesFrom` för att det ska gälla genast.',
    en: 'A consent does not apply backwards. Leave out `appliesFrom` to let it apply at once.',
  },
  periodEmpty: {
    sv: 'Slutet måste ligga efter början.',
    en: 'The end must be behind the start.',
  },
};

const OBSTACLE_TEXTS: Readonly<Record<ClosureReason, Text>> = {
  NOBODY_CAN_SIGN: {
    sv: 'Ingen kan samtycka nu: ingen vårdnadshavare som kan underteckna är registrerad. Samordnaren rättar vårdnaden.',
    en: 'Nobody can consent now: no guardian who can sign is on record. The coordinator corrects the custody.',
  },
  SIGNATURE_MISSING: {
    sv: 'Någon som ska samtycka har inte sagt något. Gå igenom blanketten med den personen.',
    en: 'Somebody who has to consent has said nothing. Go through the form with that person.',
  },
  SIGNER_REFUSED: {
    sv: 'Någon har sagt nej. Det ska respekteras; ett nytt ja behövs för att öppna.',
    en: 'Somebody has said no. That is to be respected; only a new yes opens.',
  },
  SIGNER_WITHDREW: {
    sv: 'Någon har tagit tillbaka sitt samtycke. Ett nytt ja behövs för att öppna.',
    en: 'Somebody has taken their consent back. Only a new yes opens.',
  },
  CONSENT_EXPIRED: {
    sv: 'Ett samtycke har gått ut. Fråga om det ska förnyas.',
    en: 'A consent has expired. Ask whether it shall be renewed.',
  },
  SUBJECT_SAYS_NO: {
    sv: 'Den som uppgifterna handlar om har sagt nej. Det gäller i alla åldrar.',
    en: 'The person whom the information is about has said no. That holds at every age.',
  },
  BLOCKED: {
    sv: 'En spärr gäller. Den hävs av den som satte den.',
    en: 'A block is in force. Whoever set it lifts it.',
  },
  WAITS_FOR_NEW_STATEMENT: {
    sv: 'En födelsedag eller ändrad vårdnad öppnar inget av sig själv. Någon som nu ska samtycka behöver säga ja på nytt.',
    en: 'A birthday or a change of custody opens nothing by itself. Somebody who has to consent now must say yes anew.',
  },
};

/** Why a cell is closed and what to do, in one sentence or two. */
export function obstacleText(language: Language, obstacle: ClosureReason): string {
  return OBSTACLE_TEXTS[obstacle][language];
}
