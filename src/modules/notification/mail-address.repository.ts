import type { Statement } from '../../access/section.js';

export const OWN_ADDRESS: Statement = {
  name: 'own_mail_address',
  text: `select a.address_sealed as sealed, a.confirmed_at is not null as confirmed
    from sig.mail_address a where a.subject_id = sig.viewer() and a.address_sealed is not null`,
};

export const ASK_ADDRESS: Statement = {
  name: 'ask_mail_address',
  text: 'select sig.ask_mail_address($1, $2, $3, $4) as outcome',
};

export const CONFIRM_ADDRESS: Statement = {
  name: 'confirm_mail_address',
  text: 'select sig.confirm_mail_address($1, $2, $3) as outcome',
};

export const FORGET_ADDRESS: Statement = {
  name: 'forget_mail_address',
  text: 'select sig.forget_mail_address($1, $2)',
};
