'use client';
/** What a host has of storage, in a line. Read while the column is on screen, and not before. */
import type { Host } from '@/lib/domain/host';
import { sumWords } from '@/lib/domain/storage/host-sums';
import { useView } from '@/lib/queries/view';

export function StorageCell({ host }: { host: Host }) {
  const seen = useView('hostStorageSums', {});
  if (!seen?.data) {
    return (
      <span className="text-unk-fg" title={seen?.error?.message}>
        {seen?.error ? 'Unknown' : 'Reading'}
      </span>
    );
  }
  const sum = seen.data.hosts.find(({ id }) => id === host.id);
  const missing = seen.data.unread.map(({ message }) => message).join(' ');
  const words = sum ? sumWords(sum) : '';
  if (words === '') {
    return missing === '' ? (
      <span className="text-ink-3">None</span>
    ) : (
      <span className="text-unk-fg" title={missing}>
        Unknown
      </span>
    );
  }
  return (
    <span className="block truncate text-ink-2" title={missing === '' ? words : `${words}. ${missing}`}>
      {words}
      {missing !== '' && <span className="text-unk-fg">, more unknown</span>}
    </span>
  );
}
