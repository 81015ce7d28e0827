import type { Text } from './message-text.js';

/** What the refusals of disclosures without consent, and of asking about the past, say. */
export const DISCLOSURE_REASONS: Readonly<Record<string, Text>> = {
  roleMayNotDisclose: {
    sv: 'Din roll får inte besluta om utlämnande. Fråga den i din verksamhet som har den rätten.',
    en: 'Your role may not decide on disclosures. Ask whoever in your agency has that right.',
  },
  recipientUnknown: {
    sv: 'Det finns ingen sådan yrkesroll i kommunen nu. Ange mottagarens `Professional.id`.',
    en: "There is no such professional role in the municipality now. Give the recipient's `Professional.id`.",
  },
  recipientOfHolder: {
    sv: 'Mottagaren hör till den egna verksamheten, och inget behöver lämnas ut. Ange någon i en annan.',
    en: 'The recipient is of your own agency, where nothing needs disclosing. Name somebody of another.',
  },
  disclosureEndPast: {
    sv: 'Slutdatumet (`until`) har passerat. Ange ett som ligger framåt.',
    en: 'The end (`until`) has passed. Give one that lies ahead.',
  },
  disclosureEndTooFar: {
    sv: 'Ett utlämnande kan läsas i högst {max} dagar. Ange ett tidigare slut (`until`).',
    en: 'A disclosure can be read for at most {max} days. Give an earlier end (`until`).',
  },
  delayNeedsReason: {
    sv: 'Familjen får veta senare bara med ett skäl. Ange både `tellFamilyFrom` och `delayReason`, eller ingen av dem.',
    en: 'The family is told later only for a reason. Give both `tellFamilyFrom` and `delayReason`, or neither.',
  },
  delayOutside: {
    sv: 'Familjen ska få veta senare än nu och inom {max} dagar. Ändra `tellFamilyFrom`.',
    en: 'The family is to be told later than now and within {max} days. Change `tellFamilyFrom`.',
  },
  disclosedPieces: {
    sv: 'Ange mellan en och {max} uppgifter (`pieceIds`, `situations`, `contact`).',
    en: 'Name between one and {max} pieces (`pieceIds`, `situations`, `contact`).',
  },
  disclosedPieceNotFound: {
    sv: 'En av uppgifterna finns inte i ärendet, eller är inte din att se.',
    en: 'One of the pieces is not in the case, or not yours to see.',
  },
  pieceNotDisclosable: {
    sv: 'En av uppgifterna säger inget i sig och kan inte lämnas ut. Ange anteckningar, kartläggningar, mål, åtgärder, utvärderingar eller beslut.',
    en: 'One of the pieces says nothing by itself and cannot be disclosed. Name notes, mappings, goals, actions, evaluations or decisions.',
  },
  protectedNotDisclosed: {
    sv: 'Uppgiften visar var någon med skyddade personuppgifter finns, och lämnas inte ut den här vägen.',
    en: 'The piece tells where somebody with a protected identity is, and is not disclosed this way.',
  },
  disclosureOver: {
    sv: 'Utlämnandet har redan upphört.',
    en: 'The disclosure has ended already.',
  },
  knownAtAhead: {
    sv: 'Det som registreras senare är inte känt än. Utelämna `knownAt`, eller ange en tid som har varit.',
    en: 'What is recorded later is not known yet. Leave out `knownAt`, or give a time that has passed.',
  },
  groundNotForHolder: {
    sv: '{paragraph} gäller inte uppgifter hos den här verksamheten. Välj en annan grund.',
    en: '{paragraph} does not apply to what this agency holds. Choose another ground.',
  },
  groundNotForRecipient: {
    sv: '{paragraph} gäller inte utlämnande till den verksamheten. Välj en annan grund eller mottagare.',
    en: '{paragraph} does not apply to disclosure to that agency. Choose another ground or recipient.',
  },
  groundNotWithinAuthority: {
    sv: '{paragraph} gäller mellan myndigheter, inte mellan grenar av en. Välj en annan grund.',
    en: '{paragraph} applies between authorities, not between branches of one. Choose another ground.',
  },
  groundNotForCategory: {
    sv: '{paragraph} gäller inte alla de områden som uppgifterna rör. Ta bort dem, eller välj en annan grund.',
    en: '{paragraph} does not apply to all the categories of the pieces. Leave them out, or choose another ground.',
  },
  groundNotForProfession: {
    sv: '{paragraph} beslutas av en rektor.',
    en: '{paragraph} is decided by a principal.',
  },
  groundNotInForce: {
    sv: '{paragraph} gäller inte den dagen. Välj en annan grund.',
    en: '{paragraph} is not in force on that day. Choose another ground.',
  },
  groundNotForAge: {
    sv: '{paragraph} gäller inte någon så gammal som den som uppgifterna rör. Välj en annan grund.',
    en: '{paragraph} does not apply to anybody as old as those whom the pieces are about. Choose another ground.',
  },
};
