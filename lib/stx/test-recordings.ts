/** Answers that sysinv really gave (simulator/recordings), for tests of decoders. */
import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const RECORDINGS = join(import.meta.dirname, '../../simulator/recordings/sysinv');
const recording = z.object({ body: z.unknown() });
const list = z.record(z.string(), z.unknown());

/** The body of a recorded answer. */
export const recordedBody = (file: string): unknown =>
  recording.parse(JSON.parse(readFileSync(join(RECORDINGS, file), 'utf8'))).body;

/** Rows of a recorded answer. @param key the list's name in it */
export const recorded = (file: string, key: string): unknown[] =>
  z.array(z.unknown()).parse(list.parse(recordedBody(file))[key]);
