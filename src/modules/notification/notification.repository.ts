import type { Statement } from '../../access/section.js';

/** The newest of the viewer's notices, as many as an inbox holds. */
export const INBOX: Statement = {
  name: 'inbox',
  text: `select n.id, n.case_id as "caseId", n.kind, n.ids, n.at, n.read_at as "readAt"
    from sig.notification n where n.recipient_id = sig.viewer() order by n.at desc, n.id desc limit 200`,
};

export const MARK_READ: Statement = {
  name: 'mark_read',
  text: 'select sig.mark_read($1, $2, $3) as id',
};
