import type { PreparedQuery } from '../../access/prepared-query.js';

export const OWN_ADDRESS: PreparedQuery = {
  name: 'own_mail_address',
  text: `select a.address_sealed as sealed, a.confirmed_at is not null as confirmed
    from sig.mail_address a where a.subject_id = sig.viewer() and a.address_sealed is not null`,
};

export const ASK_ADDRESS: PreparedQuery = {
  name: 'ask_mail_address',
  text: 'select sig.ask_mail_address($1, $2, $3, $4) as outcome',
};

export const CONFIRM_ADDRESS: PreparedQuery = {
  name: 'confirm_mail_address',
  text: 'select sig.confirm_mail_address($1, $2, $3) as outcome',
};

export const FORGET_ADDRESS: PreparedQuery = {
  name: 'forget_mail_address',
  text: 'select sig.forget_mail_address($1, $2)',
};
