/** Kysely over PostgreSQL, for consoles of which several run. Nothing waits for ever when the server is away. */
import 'server-only';
import { PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';

const CONNECT_MS = 3_000;
const STATEMENT_MS = 5_000;
const INT8 = 20;

/** @param onLost told of a connection that broke while nobody used it */
export function postgresDialect(url: string, onLost: (cause: Error) => void): PostgresDialect {
  const pool = new Pool({
    connectionString: url,
    application_name: 'roost',
    max: 5,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    // When not even the server's refusal arrives.
    query_timeout: STATEMENT_MS + 1_000,
    types: {
      // Instants and counts stay far below 2^53; pg would hand them out as text.
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 && format !== 'binary' ? Number : types.getTypeParser(oid, format ?? 'text'),
    },
  });
  pool.on('error', onLost);
  return new PostgresDialect({ pool });
}
