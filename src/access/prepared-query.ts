/** A statement that PostgreSQL plans once per connection, under its own name. */
export interface PreparedQuery {
  readonly name: string;
  readonly text: string;
}

/** Sends a statement within a transaction, and gives its rows. */
export type SendQuery = <Row extends object>(query: PreparedQuery, values: readonly unknown[]) => Promise<Row[]>;

/** Rows of several cases in one statement: `$1` are the ids of the cases, and every row names its `caseId`. */
export interface CaseQuery<Row extends { readonly caseId: string }> extends PreparedQuery {
  /** Never there; carries the type of the rows. */
  readonly row?: Row;
}
