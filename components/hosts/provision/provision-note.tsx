'use client';
/** On the overview of a host that is on its way into service: where it is, and the way to its page. */
import Link from 'next/link';
import { Note } from '@/components/ui/note';
import type { Host } from '@/lib/domain/host';
import { provisionWord } from '@/lib/domain/provision/way-word';
import { hostHref } from '../host-identity';

export function ProvisionNote({ host }: { host: Host }) {
  const word = provisionWord(host);
  if (word === null) return null;
  const failed = word === 'Install failed' || word === 'Enabling failed';
  const { done, total } = host.install;
  const count = word === 'Installing' && done !== null && total !== null ? `, ${done} of ${total}` : '';
  return (
    <Note
      tone={failed ? 'crit' : 'accent'}
      title={`${word}${count}.`}
      action={
        <Link className="link" href={`${hostHref(host)}/provision`}>
          Follow
        </Link>
      }
    >
      {failed ? 'What went wrong and what to do:' : 'On its way into service.'}
    </Note>
  );
}
