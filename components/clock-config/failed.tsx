'use client';
import { Unplug } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import type { Failure } from '@/lib/domain/result';

/** The first reading failed: nothing to show, which is not the same as none. */
export function Failed({ error, what = 'The PTP configuration' }: { error: Failure; what?: string }) {
  return (
    <EmptyState icon={<Unplug aria-hidden />} title={`${what} could not be read`}>
      <span className="mono">{error.message}</span>
      {error.requestId && <span className="mono block text-ink-3">{error.requestId}</span>}
      The list fills by itself when {error.service ?? 'the platform'} answers.
    </EmptyState>
  );
}
