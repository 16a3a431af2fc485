/** A recorded request and its answer, as the files hold it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Json, parseJson, textAt, valueAt } from '../kernel/json';

export type Recording = {
  /** `sysinv/err-133-….json`, for people. */
  file: string;
  /** The directory that the file lies in names the service. */
  service: string;
  method: string;
  path: string;
  /** As sent, with `<token>` for secrets; undefined where the recorder kept none. */
  headers: Record<string, string> | undefined;
  /** Who asked, where the recorder wrote it down: null for nobody. */
  user: string | null | undefined;
  requestBody: Json;
  status: number;
  body: Json;
  note: string;
};

/** Every recording below a directory, in the order of the file names. */
export function readRecordings(directory: string): Recording[] {
  const found: Recording[] = [];
  for (const name of readdirSync(directory).sort()) {
    const path = join(directory, name);
    if (statSync(path).isDirectory()) found.push(...readRecordings(path));
    else if (name.endsWith('.json')) {
      const recording = readRecording(path);
      if (recording) found.push(recording);
    }
  }
  return found;
}

function readRecording(path: string): Recording | undefined {
  const json = parseJson(readFileSync(path));
  const method = textAt(json, 'method');
  const url = textAt(json, 'path');
  const status = valueAt(json, 'status');
  if (!method || !url || typeof status !== 'number') return undefined;
  const service = basename(dirname(path));
  const user = valueAt(json, 'user');
  return {
    file: `${service}/${basename(path)}`,
    service,
    method,
    path: url,
    headers: headersOf(valueAt(json, 'request_headers')),
    user: typeof user === 'string' || user === null ? user : undefined,
    requestBody: valueAt(json, 'request_body') ?? null,
    status,
    body: valueAt(json, 'body') ?? null,
    note: textAt(json, 'note') ?? '',
  };
}

function headersOf(value: Json | undefined): Record<string, string> | undefined {
  if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value))
    return undefined;
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}
