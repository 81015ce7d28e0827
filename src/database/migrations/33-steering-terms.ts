import { Migration } from '@mikro-orm/migrations';

const UP = `
update sig.rule_pack set rules = rules || '{"steeringMeetingsPerTerm": null}' where not rules ? 'steeringMeetingsPerTerm';
`;

const DOWN = `
update sig.rule_pack set rules = rules - 'steeringMeetingsPerTerm';
`;

/** How often the steering group meets is a rule like the others. */
export class SteeringTerms extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
