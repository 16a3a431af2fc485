'use client';
/** The application that runs Rook: the one thing that the platform tells of Ceph there. */
import { useView } from '@/lib/queries/view';

const APPLICATION = 'rook-ceph';

export function RookLine() {
  const seen = useView('cloudFact', { fact: 'apps' });
  const fact = seen?.data;
  const apps = fact?.name === 'apps' ? fact.value : undefined;
  const status = apps?.find(({ name }) => name === APPLICATION)?.status;
  return (
    <p>
      <span className="text-ink-3">Application</span> <span className="mono">{APPLICATION}</span>{' '}
      {apps ? (
        status ? (
          <span className={/fail/.test(status) ? 'text-crit-fg' : status === 'applied' ? '' : 'text-accent'}>
            {status}
          </span>
        ) : (
          <span className="text-major-fg">not uploaded: without it Rook sets nothing up</span>
        )
      ) : (
        <span className="text-unk-fg">
          {seen?.error ? `unknown. ${seen.error.message}` : 'is being read'}
        </span>
      )}
    </p>
  );
}
