import type {
  CONCERN_STANDS,
  PROPOSAL_BASES,
  PROPOSAL_REASONS,
  PROPOSAL_STATES,
  RISK_AREAS,
} from '../../core/proposal.js';
import { explained, named } from './label.js';
import type { LabelsOf } from './label.js';

/** How a case begins. */
export const PROPOSAL_LABELS = {
  ProposalReason: {
    RISK_OF_EXCLUSION: named('Risk för utanförskap', 'Risk of exclusion'),
    RISK_OF_CRIME: named('Risk för kriminalitet', 'Risk of crime'),
    RISK_OF_ABUSE: named('Risk för missbruk', 'Risk of abuse'),
    ONGOING_CRIME: named('Begår redan brott', 'Already offending'),
    ONGOING_ABUSE: named('Pågående missbruk', 'Ongoing abuse'),
  } satisfies LabelsOf<typeof PROPOSAL_REASONS>,
  RiskArea: {
    SCHOOL_ABSENCE: named('Skolfrånvaro', 'School absence'),
    SCHOOL_RESULTS: named('Skolresultat', 'School results'),
    FRIENDS: named('Umgänge', 'Friends'),
    DRUGS: named('Droger', 'Drugs'),
    CRIME: named('Brott', 'Crime'),
    VIOLENCE: named('Våld', 'Violence'),
    LATE_NIGHTS: named('Ute sena kvällar', 'Out late at night'),
    LEISURE: named('Fritid', 'Leisure'),
    FAMILY: named('Familj', 'Family'),
  } satisfies LabelsOf<typeof RISK_AREAS>,
  ProposalBasis: {
    FAMILY_AGREED: explained('Familjen vill bli föreslagen', 'The family agreed', {
      sv: 'Familjen har sagt ja till att föreslås, så samordnaren får veta vem det gäller.',
      en: 'The family said yes to being proposed, so the coordinator may know whom it is about.',
    }),
    CONCERN_REPORTED: explained('Orosanmälan är gjord', 'A concern was reported', {
      sv: 'En orosanmälan är gjord till socialtjänsten, så samordnaren får veta vem det gäller.',
      en: 'A report of concern was made to social services, so the coordinator may know whom it is about.',
    }),
    SAME_AGENCY: explained('Samma verksamhet', 'Same agency', {
      sv: 'Den som föreslår och samordnaren hör till samma verksamhet: mellan dem finns ingen sekretessgräns.',
      en: 'Whoever proposes and the coordinator are of one agency: there is no secrecy between them.',
    }),
  } satisfies LabelsOf<typeof PROPOSAL_BASES>,
  ConcernStand: {
    REPORTED: named('Orosanmälan gjord', 'Reported'),
    KNOWN_TO_BE_INVOLVED: named('Uppges vara aktuell', 'Known to be involved'),
  } satisfies LabelsOf<typeof CONCERN_STANDS>,
  ProposalState: {
    RECEIVED: named('Mottaget', 'Received'),
    ACCEPTED: named('Antaget', 'Accepted'),
    DECLINED: named('Inte antaget', 'Declined'),
  } satisfies LabelsOf<typeof PROPOSAL_STATES>,
};
