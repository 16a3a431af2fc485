'use client';
import { HiddenChip } from '@/components/shell/hidden-chip';
import { hiddenOn } from '@/lib/domain/alarm';
import { useView } from '@/lib/queries/view';

/** Alarms of this host that nobody sees, because their types are suppressed. */
export function HiddenHere({ hostname }: { hostname: string | null }) {
  const alarms = useView('alarms', {})?.data?.alarms;
  return <HiddenChip count={hostname === null ? 0 : hiddenOn(alarms, hostname)} />;
}
