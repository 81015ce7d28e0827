import type { LoadedCase } from '../../access/loaded-case.js';
import type { RegisteredAgency, Registers } from '../../access/registers.js';
import type { Shown } from '../../access/shown.js';
import type { BlockFact, Grant, PersonFact } from '../../core/case-facts.js';
import { pairsOf } from '../../core/grant-pairs.js';
import type { PersonId } from '../../core/ids.js';
import { sharing as sharingNow } from '../../core/sharing.js';
import { placesOf } from '../../core/statement-place.js';
import type { Needed } from '../../graphql/field-policy.js';
import { CONTACT, GUARDIAN, IDENTITY } from '../person/identity.piece.js';
import { guardians, shownName, youngPerson } from '../person/person.queries.js';
import { CONSENTS } from './consent.repository.js';
import type { ConsentRow } from './consent.repository.js';
import type { BlockType, ConsentGrantType, ConsentType, SharingCellType } from './consent.type.js';
import { openedOfCase } from './sealed-of-case.js';
import type { Opening } from './sealed-of-case.js';

/** What must be loaded of a case to tell what was stated in it, to name its signers, and to show its consents. */
export const STATED_IDS_NEED: readonly Needed[] = [CONSENTS];
export const SIGNERS_NEED: readonly Needed[] = [IDENTITY, CONTACT, GUARDIAN];
export const CONSENTS_NEED: readonly Needed[] = [CONSENTS, ...SIGNERS_NEED];

/** As it is shown: the name of a signer is a piece of its own. */
export type ShownConsent = Omit<ConsentType, 'signer'> & { readonly __typename: 'Consent'; readonly signer: Shown };
export type ShownBlock = Omit<BlockType, 'by'> & { readonly __typename: 'Block'; readonly by: Shown | null };

/**
 * The statements of which the viewer is told, in the order of the ledger; `null` where the details of consents are not
 * the viewer's to know.
 */
export function consents(loaded: LoadedCase, opening: Opening): readonly ShownConsent[] | null {
  if (!loaded.decision.rule('consentDetails').open) return null;
  return loaded.once('consents', () => statementsTold(loaded).map(consentOf(loaded, opening)));
}

/** Some of a case's consents, in the order of the ledger; `null` as for all of them. */
export function consentsById(
  loaded: LoadedCase,
  opening: Opening,
  ids: readonly string[],
): readonly ShownConsent[] | null {
  if (!loaded.decision.rule('consentDetails').open) return null;
  const named = statementsTold(loaded).filter(({ id }) => ids.includes(id));
  return named.map(consentOf(loaded, opening));
}

/** Those about whom the viewer speaks for. */
function statementsTold(loaded: LoadedCase): readonly ConsentRow[] {
  return loaded.rows(CONSENTS).filter(({ subjectId }) => loaded.decision.rule('consentDetails', subjectId).open);
}

function blocksTold({ facts, decision }: LoadedCase): readonly BlockFact[] {
  return facts.blocks.filter(({ subjectId }) => decision.rule('consentDetails', subjectId).open);
}

function consentOf(loaded: LoadedCase, opening: Opening): (row: ConsentRow) => ShownConsent {
  const { registers } = loaded;
  const signerOf = signers(loaded);
  const statements = new Map(loaded.facts.ledger.map((statement) => [statement.sequence, statement]));
  const places = placesOf(loaded.facts.ledger);
  return (row) => {
    const statement = statements.get(row.sequence);
    if (statement === undefined) throw new Error('A consent is in its table and not in the facts');
    const place = { table: 'consent_detail', column: 'purpose_sealed', rowId: row.id };
    const { method, formVersion, language, documentHash } = row;
    const evidence = {
      ...{ method, formVersion, language, documentHash },
      informedBy: registers.professional(row.informedById),
      recordedBy: registers.professional(row.recordedById),
      confirmedBy: registers.professional(row.confirmedById),
    };
    const purpose = openedOfCase(loaded, opening, row.purpose, place);
    const { grants, signerId, dataPeriods, ...rest } = statement;
    return {
      __typename: 'Consent',
      ...rest,
      id: row.id,
      sequence: places.get(row.sequence) ?? 0,
      purpose: purpose === '' ? null : purpose,
      evidence,
      signer: signerOf(signerId),
      scope: grantsOf(grants, registers),
      dataPeriods: dataPeriods && [...dataPeriods],
    };
  };
}

export function blocks(loaded: LoadedCase): readonly ShownBlock[] | null {
  if (!loaded.decision.rule('consentDetails').open) return null;
  const { registers } = loaded;
  const signerOf = signers(loaded);
  return blocksTold(loaded).map(({ id, subjectId, bySignerId, byHolderId, grants, period }) => ({
    __typename: 'Block',
    id,
    subjectId,
    by: bySignerId === null ? null : signerOf(bySignerId),
    holder: registers.agency(byHolderId),
    cells: grantsOf(grants, registers),
    from: period.from,
    until: period.until,
  }));
}

/** One of a case's blocks; `null` as for all of them. */
export function blockById(loaded: LoadedCase, id: string): ShownBlock | null {
  return blocks(loaded)?.find((block) => block.id === id) ?? null;
}

/** Of the consents and blocks that the viewer is told of; none where the details of consents are closed to them. */
export function statedIds(loaded: LoadedCase): readonly string[] {
  if (!loaded.decision.rule('consentDetails').open) return [];
  return [...statementsTold(loaded), ...blocksTold(loaded)].map(({ id }) => id);
}

/** Who may share with whom about what, now; for signers and coordinator. */
export function sharing(loaded: LoadedCase): readonly SharingCellType[] | null {
  if (!loaded.decision.rule('consentDetails').open) return null;
  return loaded.once('sharing', () =>
    sharingNow(loaded.facts, loaded.at).map(({ fromId, toId, category, open, openEarlier, until }) => ({
      caseId: loaded.id,
      from: known(loaded.registers, fromId),
      to: known(loaded.registers, toId),
      category,
      open,
      openEarlier,
      until,
    })),
  );
}

/** Names the signers, where the viewer may see who they are. */
export function signers(loaded: LoadedCase): (id: PersonId) => Shown {
  return loaded.once('signers', () => {
    const named = new Map([youngPerson(loaded), ...guardians(loaded)].map((person) => [person.value('id'), person]));
    const kinds = new Map<string, PersonFact['kind']>(loaded.facts.persons.map(({ id, kind }) => [id, kind]));
    return (personId) => {
      // A name shown here is the same piece as where the person is shown, and recorded as such.
      const { name, shown } = shownName(named.get(personId) ?? null);
      const values = { personId, role: kinds.get(personId) ?? 'OTHER_SUBJECT', name };
      return loaded.show('Signer', { values, fieldDiscloses: { name: shown } });
    };
  });
}

function grantsOf(grants: readonly Grant[] | null, registers: Registers): ConsentGrantType[] | null {
  return grants === null ? null : shownGrants(grants, registers);
}

/**
 * Pair by pair, as they were ticked.
 *
 * @throws Error for an agency of another municipality, which no grant can name.
 */
export function shownGrants(grants: readonly Grant[], registers: Registers): ConsentGrantType[] {
  return pairsOf(grants).map(({ fromId, toId, categories }) => ({
    from: known(registers, fromId),
    to: known(registers, toId),
    categories: [...categories],
  }));
}

function known(registers: Registers, id: string): RegisteredAgency {
  const agency = registers.agency(id);
  if (agency === null) throw new Error('A grant names an agency that the municipality does not know');
  return agency;
}
