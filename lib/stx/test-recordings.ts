/** Answers that sysinv really gave (simulator/recordings), for tests of decoders. */
import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const RECORDINGS = join(import.meta.dirname, '../../simulator/recordings/sysinv');
const recording = z.object({ body: z.record(z.string(), z.unknown()) });

/** Rows of a recorded answer. @param key the list's name in it */
export function recorded(file: string, key: string): unknown[] {
  const { body } = recording.parse(JSON.parse(readFileSync(join(RECORDINGS, file), 'utf8')));
  return z.array(z.unknown()).parse(body[key]);
}
