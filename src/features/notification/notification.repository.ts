import type { PreparedQuery } from '../../access/prepared-query.js';

const COLUMNS = `n.id, n.case_id as "caseId", n.kind, n.ids, n.at, n.read_at as "readAt"`;

/** Of the viewer's notices, newest first, so many ($2) behind so many ($1). */
export const INBOX: PreparedQuery = {
  name: 'inbox',
  text: `select ${COLUMNS} from sig.notification n where n.recipient_id = sig.viewer() order by n.at desc, n.id desc
    offset $1 limit $2`,
};

/** Those with these ids. */
export const INBOX_AMONG: PreparedQuery = {
  name: 'inbox_among',
  text: `select ${COLUMNS} from sig.notification n where n.recipient_id = sig.viewer() and n.id = any($1::uuid[])
    order by n.at desc, n.id desc`,
};

export const MARK_READ: PreparedQuery = {
  name: 'mark_read',
  text: 'select sig.mark_read($1, $2, $3) as id',
};
