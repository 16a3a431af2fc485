'use server';
import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { WriteOutcome } from '@/lib/domain/write-outcome';
import { guard } from '@/lib/server/guard';
import { whatBecameOf } from '@/lib/server/submissions';

/** What became of a write whose answer got lost on its way to the browser. Asks the platform nothing. */
export async function outcomeOf(submission: string): Promise<Result<WriteOutcome>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = z.uuid().safeParse(submission);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return ok(await whatBecameOf(session.data, parsed.data));
}
