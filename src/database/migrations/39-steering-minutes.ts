import { Migration } from '@mikro-orm/migrations';

const UP = `
alter table sig.steering_meeting add column minutes_sealed bytea check (minutes_sealed is null or status = 'HELD');
`;

const DOWN = `
alter table sig.steering_meeting drop column minutes_sealed;
`;

/** What was written down of the steering group's meetings; about nobody. */
export class SteeringMinutes extends Migration {
  override up(): void {
    this.addSql(UP);
  }

  override down(): void {
    this.addSql(DOWN);
  }
}
