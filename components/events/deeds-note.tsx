import { Note } from '@/components/ui/note';

/** The console's own store is away: the platform's events are here all the same. */
export function DeedsNote({ why }: { why: string }) {
  return (
    <Note tone="unknown" live="polite" title="Operator actions cannot be read now.">
      {why} Alarm changes and logs are not concerned.
    </Note>
  );
}
