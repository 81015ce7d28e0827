/** The rows of one kind of piece, for a statement of a test: `select id from ${rowsOf('NOTE')} n`. Their parent is `parent_id`. */
export function rowsOf(kind: string): string {
  return `(select p.* from sig.piece p join sig.piece_kind k on k.number = p.kind where k.name = '${kind}')`;
}
