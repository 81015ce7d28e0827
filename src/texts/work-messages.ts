import type { Text } from './message-text.js';

/** What the refusals of assignments and of closing a case say. */
export const WORK_REASONS: Readonly<Record<string, Text>> = {
  levelMissing: {
    sv: '`level` saknas. Ange hur starkt skyddet är, eller `null` för att avsluta det.',
    en: '`level` is missing. Give how strong the protection is, or `null` to end it.',
  },
  responsibleNotSeen: {
    sv: 'Vem som är ansvarig får du inte se, och då kan du inte byta den. Utelämna `responsible`, eller lägg till en ny åtgärd.',
    en: 'Who is responsible is withheld from you, so you cannot replace them. Leave `responsible` out, or add another action.',
  },
  assignmentInPast: {
    sv: 'Ett uppdrag börjar nu eller senare, aldrig bakåt i tiden.',
    en: 'An assignment begins now or later, never in the past.',
  },
  assignmentOver: {
    sv: 'Den tid som frågan gällde är över. Samordnaren kan fråga på nytt med `assign`.',
    en: 'The time that was asked for is over. The coordinator can ask anew with `assign`.',
  },
  assignedAlready: {
    sv: 'Den personen deltar redan i ärendet i den rollen.',
    en: 'That person takes part in the case in that role already.',
  },
  askedAlready: {
    sv: 'Den personen är redan tillfrågad. Vänta på svaret.',
    en: 'That person was asked already. Wait for the answer.',
  },
  assignmentAnswered: {
    sv: 'Frågan är redan besvarad.',
    en: 'The request was answered already.',
  },
  noSuchEffect: {
    sv: 'Effekter mäts i SCHOOL_RESULTS, EMPLOYMENT, LEISURE, OFFENDING och SUBSTANCE_USE.',
    en: 'Effects are measured in SCHOOL_RESULTS, EMPLOYMENT, LEISURE, OFFENDING and SUBSTANCE_USE.',
  },
  agedOut: {
    sv: 'Den unga har passerat kommunens målålder, så inget nytt påbörjas. Utvärdera och avsluta ärendet.',
    en: "The young person is past the municipality's target age, so nothing new is begun. Evaluate and close the case.",
  },
  followUpTimes: {
    sv: 'Uppföljningen slutar senare än nu och inom ett år.',
    en: 'The follow-up ends later than now and within a year.',
  },
  groupTimes: {
    sv: 'En plats i en grupp börjar nu eller senare och slutar efter att den har börjat.',
    en: 'A place in a group begins now or later, and ends after it begins.',
  },
  memberUnknown: {
    sv: 'Rollen finns inte i kommunen när platsen börjar. Ange `Professional.id` för en roll som gäller då.',
    en: 'The municipality has no such role when the place begins. Name the `Professional.id` of a role that holds then.',
  },
  inGroupAlready: {
    sv: 'Rollen har redan en plats i gruppen under den tiden.',
    en: 'The role has a place in the group at that time already.',
  },
  groupPlaceEnded: {
    sv: 'Platsen i gruppen har redan upphört.',
    en: 'The place in the group has ended already.',
  },
  assignmentEnded: {
    sv: 'Uppdraget i ärendet har redan upphört.',
    en: 'The assignment to the case has ended already.',
  },
  importantPersonEnded: {
    sv: 'Personen har redan ett slutdatum. Lägg till personen på nytt om hen blir viktig igen.',
    en: 'There is an end already. Add the person anew if they come to matter again.',
  },
  endBeforeStart: {
    sv: 'Slutet kan inte ligga före början.',
    en: 'The end cannot be before the start.',
  },
  coordinatorStays: {
    sv: 'Ett ärende har alltid en samordnare. Avsluta ärendet i stället, med `closeCase`.',
    en: 'A case always has a coordinator. Close the case instead, with `closeCase`.',
  },
};
