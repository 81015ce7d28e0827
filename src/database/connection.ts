/** Where a database is and who logs in. A `host` that begins with `/` is the folder of a unix socket. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port?: number;
  readonly database: string;
  readonly user: string;
  readonly password?: string;
}
