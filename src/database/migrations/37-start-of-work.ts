import { Migration } from '@mikro-orm/migrations';
import { CASE_FACTS } from './05-case-facts.js';
import { COMMAND_FACTS } from './09-commands.js';
import { FACTS_UNDER_RULES } from './17-rules-by-administrators.js';

/** The facts tell when the work began. In a database that is made now they did from the first migration on. */
export class StartOfWork extends Migration {
  override up(): void {
    this.addSql(CASE_FACTS);
    this.addSql(COMMAND_FACTS);
    this.addSql(FACTS_UNDER_RULES);
  }

  override down(): void {
    // More is told than was asked before; nothing to take back.
  }
}
