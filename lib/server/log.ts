/**
 * The log: JSON lines on stdout. Fields are an allow-list: what is not named here is not written, so that a
 * careless `{...session}` cannot put a token into a log.
 */
import 'server-only';
import pino, { type Logger } from 'pino';
import { processWide } from '@/lib/process-wide';

const FIELDS = [
  'requestId',
  'service',
  'method',
  'path',
  'route',
  'status',
  'outcome',
  'durationMs',
  'from',
  'who',
  'domain',
  'project',
  'kind',
  'code',
  'reason',
  'count',
  'signal',
  'url',
] as const;
type Field = (typeof FIELDS)[number];
export type LogFields = Partial<Record<Field, string | number | boolean | undefined>>;

type Loggers = { root: Logger; audit: Logger };
declare global {
  interface RoostProcess {
    loggers?: Loggers;
  }
}

function loggers(): Loggers {
  const shared = processWide();
  shared.loggers ??= { root: logger(process.env.ROOST_LOG_LEVEL || 'info'), audit: logger('info') };
  return shared.loggers;
}

const logger = (level: string): Logger =>
  pino({
    level,
    base: { name: 'roost' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });

const rootLogger = () => loggers().root;

/** For lib/server/audit.ts alone: the audit trail is written at every log level. */
export const auditLogger = (): Logger => loggers().audit;

/** Keeps the named fields only; long texts are cut. */
export function allowed(fields: object): LogFields {
  const kept: LogFields = {};
  for (const name of FIELDS) {
    const value: unknown = Reflect.get(fields, name);
    if (typeof value === 'string') kept[name] = value.slice(0, 500);
    else if (typeof value === 'number' || typeof value === 'boolean') kept[name] = value;
  }
  return kept;
}

/** Name, message and stack of something thrown; nothing else of it, since errors carry requests along. */
export function describeCause(cause: unknown): { error: string; stack?: string } {
  if (!(cause instanceof Error)) return { error: typeof cause };
  return {
    error: `${cause.name}: ${cause.message}`.slice(0, 500),
    ...(cause.stack ? { stack: cause.stack } : {}),
  };
}

export const log = {
  debug: (fields: LogFields, message: string) => rootLogger().debug(allowed(fields), message),
  info: (fields: LogFields, message: string) => rootLogger().info(allowed(fields), message),
  warn: (fields: LogFields, message: string) => rootLogger().warn(allowed(fields), message),
  error: (fields: LogFields, message: string) => rootLogger().error(allowed(fields), message),
  /** Something thrown that nobody expected: its stack goes here and never to a browser. */
  failure: (cause: unknown, fields: LogFields, message: string) =>
    rootLogger().error({ ...allowed(fields), ...describeCause(cause) }, message),
};
