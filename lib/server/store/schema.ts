/** Tables of the store, as queries see them. Instants are epoch milliseconds; texts of people are plain text. */
import 'server-only';

type MigrationRow = { name: string; applied_at: number };

/** What stands on one raise of one alarm now; gone when the alarm clears. */
type AlarmMarkRow = {
  /** Which platform: see lib/server/cloud.ts. */
  cloud: string;
  alarm_uuid: string;
  raised_at: number;
  /** Catalogue id and entity: what the history of an alarm that comes and goes is found by. */
  alarm_id: string;
  entity: string;
  /** Keystone project of whoever marked it first: only a reading of that project may call the alarm cleared. */
  project_id: string;
  first_at: number;
  seen_by: string | null;
  seen_at: number | null;
  seen_why: string | null;
  shelf_by: string | null;
  shelf_at: number | null;
  shelf_until: number | null;
  shelf_why: string | null;
};

/** Everything that was ever said of alarms, and when they cleared. Rows are added and, after retention, deleted. */
type AlarmMarkHistoryRow = {
  id: string;
  cloud: string;
  alarm_uuid: string;
  raised_at: number;
  alarm_id: string;
  entity: string;
  at: number;
  /** Empty when the console noticed by itself that the alarm cleared. */
  said_by: string;
  /** A word of `MARK_DEEDS` in lib/domain/alarm-mark.ts. */
  what: string;
  said: string;
  /** End of a shelf. */
  until: number | null;
};

/** One write made through the console: lib/domain/audit.ts, with details as JSON text. */
type AuditRow = {
  id: string;
  at: number;
  who: string;
  domain: string;
  project: string;
  role: string;
  came_from: string;
  cloud: string;
  action: string;
  target: string;
  outcome: string;
  status: number | null;
  request_id: string;
  duration_ms: number;
  details: string;
};

export type StoreTables = {
  roost_migrations: MigrationRow;
  alarm_marks: AlarmMarkRow;
  alarm_mark_history: AlarmMarkHistoryRow;
  audit_trail: AuditRow;
};
