import { DomainError } from '../../core/errors.js';
import { requireMailAddress } from '../../core/mail-address.js';
import { viewerMutation } from '../../graphql/viewer-mutation.js';
import { codeMail } from '../../notification/mail.js';
import { ViewerType } from '../viewer/viewer.type.js';
import { viewerOf } from '../viewer/viewer.queries.js';
import { ASK_ADDRESS, CONFIRM_ADDRESS, FORGET_ADDRESS } from './mail-address.repository.js';
import { ConfirmNotificationEmailInput, SetNotificationEmailInput } from './mail-address.type.js';

const DIGITS = 1_000_000;

/**
 * Takes the place of an earlier address, which is told nothing from then on. The same request gives the same code.
 *
 * @throws DomainError BAD_USER_INPUT for what is no address, INVALID_STATE where no mail leaves the server or none was
 * taken, LIMIT_EXCEEDED for a code within a minute of another, or an eleventh in a day.
 */
export const SetNotificationEmail = viewerMutation({
  name: 'setNotificationEmail',
  description:
    "Sets the viewer's own e-mail address and sends a code there, which `confirmNotificationEmail` takes; null takes it back. Mails have no content, and come at most every fifteen minutes.",
  input: SetNotificationEmailInput,
  type: ViewerType,
  async work({ own, subjectId, tokenFor }, { requestId, address: given }, { addresses }) {
    if (given == null) {
      await own(FORGET_ADDRESS, []);
      return;
    }
    const address = requireMailAddress(given);
    const { send } = addresses;
    if (send === null) throw new DomainError('INVALID_STATE', 'mailNotConfigured');
    const code = codeOf(tokenFor(`mail ${requestId} ${address}`));
    const sealed = addresses.seal(subjectId, address);
    const outcome = await outcomeOf(own(ASK_ADDRESS, [sealed, addresses.hashOfCode(subjectId, code)]));
    if (outcome === 'TOO_OFTEN') throw new DomainError('LIMIT_EXCEEDED', 'mailCodeTooOften');
    if (outcome === 'AGAIN') return;
    await send(address, codeMail(code)).catch(() => {
      throw new DomainError('INVALID_STATE', 'mailNotTaken');
    });
  },
  read: viewerOf,
});

/** @throws DomainError BAD_USER_INPUT for a wrong code, INVALID_STATE where none is waited for any more. */
export const ConfirmNotificationEmail = viewerMutation({
  name: 'confirmNotificationEmail',
  description: 'Confirms the address by the code that was sent there.',
  input: ConfirmNotificationEmailInput,
  type: ViewerType,
  async work({ own, subjectId }, { code }, { addresses }) {
    const outcome = await outcomeOf(own(CONFIRM_ADDRESS, [addresses.hashOfCode(subjectId, code.trim())]));
    if (outcome === 'WRONG') throw new DomainError('BAD_USER_INPUT', 'mailCodeWrong');
    if (outcome !== 'CONFIRMED') throw new DomainError('INVALID_STATE', 'mailCodeOver');
  },
  read: viewerOf,
});

async function outcomeOf(answer: Promise<{ outcome: string | null }[]>): Promise<string> {
  const outcome = (await answer)[0]?.outcome ?? null;
  if (outcome === null) throw new DomainError('UNAUTHENTICATED', 'tokenRefused');
  return outcome;
}

function codeOf(token: string): string {
  return String(Buffer.from(token, 'base64url').readUIntBE(0, 6) % DIGITS).padStart(6, '0');
}
