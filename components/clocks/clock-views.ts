import type { TableView } from '@/components/table/props';
import { type ClockRow, needsAttention } from '@/lib/domain/clock/clock-row';

/** Saved views of the list. The first is all of them, and in the tree the tree itself. */
export const CLOCK_VIEWS: readonly TableView<ClockRow>[] = [
  { id: 'all', label: 'All' },
  { id: 'attention', label: 'Needs attention', match: needsAttention },
  { id: 'unknown', label: 'Unknown', match: ({ state }) => state === 'unknown' },
  { id: 'verified', label: 'Verified', match: ({ state }) => state === 'locked' },
  { id: 'ntp', label: 'NTP', match: ({ clock }) => clock.follows === 'ntp' },
];
