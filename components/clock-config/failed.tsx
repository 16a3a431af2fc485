'use client';
import { NotRead } from '@/components/ui/not-read';
import type { Failure } from '@/lib/domain/result';

/** The first reading failed: nothing to show, which is not the same as none. */
export function Failed({ error, what = 'The PTP configuration' }: { error: Failure; what?: string }) {
  return <NotRead title={`${what} could not be read`} error={error} />;
}
