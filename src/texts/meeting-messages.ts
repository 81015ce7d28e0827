import type { Text } from './message-text.js';

/**
 * What the refusals of calling, answering and holding a meeting, the steering group's too, of mappings and of corrected
 * notes say.
 */
export const MEETING_REASONS: Readonly<Record<string, Text>> = {
  areaProtected: {
    sv: 'Identiteten är skyddad: var ungdomen finns förs in av den som handlägger skyddet.',
    en: 'The identity is protected: where the young person is, is recorded by whoever handles the protection.',
  },
  noTermBegins: {
    sv: 'En termin börjar den 1 januari eller den 1 juli. Ange en av dem i `termFrom`.',
    en: 'A term begins on 1 January or 1 July. Give one of them in `termFrom`.',
  },
  termNotOver: {
    sv: 'Terminen är inte slut än. Publicera rapporten när den är det.',
    en: 'The term is not over yet. Publish the report when it is.',
  },
  termReported: {
    sv: 'Den terminen, eller en senare, är redan rapporterad. En rapport ändras aldrig; läs den i `steeringReports`.',
    en: 'That term, or a later one, is reported already. A report never changes; read it in `steeringReports`.',
  },
  tooManyUndertakings: {
    sv: 'Högst {count} åtaganden ryms i en rapport. Ta bort några.',
    en: 'A report holds {count} undertakings at most. Leave some out.',
  },
  inviteeOutsideConsent: {
    sv: 'Samtycket omfattar inte den som kallas: identitet och möte måste vara öppna för verksamheten. För in samtycket först.',
    en: 'Consent does not cover whoever is called: identity and meeting must be open to the agency. Record the consent first.',
  },
  meetingPlaceProtected: {
    sv: 'Identiteten är skyddad: platsen bestäms av den som handlägger skyddet. Utelämna `place`.',
    en: 'The identity is protected: the place is set by whoever handles the protection. Leave `place` out.',
  },
  inviteeNotAssigned: {
    sv: 'Den som kallas har inget uppdrag i ärendet. Utse hen först.',
    en: 'Whoever is called is not assigned to the case. Assign them first.',
  },
  inviteeUnknown: {
    sv: 'Den som kallas finns varken bland kommunens roller eller bland ärendets personer. Kontrollera id:t.',
    en: 'Whoever is called is neither a role of the municipality nor a person of the case. Check the id.',
  },
  inviteeOnce: {
    sv: 'Ange för var och en exakt ett av `professionalId` och `personId`, och var och en högst en gång.',
    en: 'Give exactly one of `professionalId` and `personId` for each, and name each at most once.',
  },
  alreadyInvited: {
    sv: 'Någon av dem är redan kallad till mötet. Utelämna den.',
    en: 'One of them is called to the meeting already. Leave that one out.',
  },
  invitationWithdrawn: {
    sv: 'Kallelsen är återtagen. Kalla på nytt om personen ska komma.',
    en: 'The call was taken back. Call the person again if they are to come.',
  },
  onlyInvitee: {
    sv: 'En kallelse besvaras av den som är kallad.',
    en: 'An invitation is answered by whoever is called.',
  },
  seriesOutside: {
    sv: 'En serie har 1 till {count} möten med 1 till {days} dagar mellan. Ändra antalet eller avståndet.',
    en: 'A series has 1 to {count} meetings, 1 to {days} days apart. Change the number or the distance.',
  },
  noteCorrected: {
    sv: 'Anteckningen är redan rättad. Läs om, och rätta den senaste.',
    en: 'The note was corrected already. Read it again, and correct the newest.',
  },
  tooManyObjections: {
    sv: 'Högst {max} invändningar mot en anteckning. Tala med samordnaren.',
    en: 'At most {max} objections to one note. Talk to the coordinator.',
  },
  mappingWithoutText: {
    sv: 'En kartläggning behöver ord: `strengths`, `needs`, eller båda.',
    en: 'A mapping needs words: `strengths`, `needs`, or both.',
  },
  tooManyItems: {
    sv: 'Högst {max} åt gången. Dela upp det.',
    en: 'At most {max} at a time. Split it.',
  },
  meetingNotBegun: {
    sv: 'Mötet har inte börjat. Anteckna det när det har hållits.',
    en: 'The meeting has not begun. Record it when it was held.',
  },
  noSteeringGroup: {
    sv: 'Kommunen har ingen styrgrupp.',
    en: 'The municipality has no steering group.',
  },
  steeringMemberUnknown: {
    sv: 'Någon i `attended` var inte ledamot när mötet började. Hämta ledamöterna med `Municipality.groups`.',
    en: 'Somebody in `attended` was no member when the meeting began. List the members with `Municipality.groups`.',
  },
  invitationUnknown: {
    sv: 'Närvaron gäller en kallelse som inte hör till mötet. Hämta dem med `Meeting.invitations`.',
    en: 'An attendance is of no invitation to this meeting. List them with `Meeting.invitations`.',
  },
};
