'use server';

import { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { changePassword as change } from '@/lib/server/password';
import { refuseForeignAction } from '@/lib/server/same-origin';

const wanted = z.object({
  userName: z.string().trim().min(1).max(255),
  domainName: z.string().trim().min(1).max(255),
  original: z.string().min(1).max(1024),
  password: z.string().min(1).max(1024),
});

/** Changes the caller's own password; the old one is the proof, so no session is needed. See lib/server/password. */
export async function changePassword(input: unknown): Promise<Result<null>> {
  await refuseForeignAction();
  const parsed = wanted.safeParse(input);
  if (!parsed.success) return fail({ kind: 'invalid', message: 'Fill in every field.' });
  return change(parsed.data);
}
