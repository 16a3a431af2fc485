'use client';
/** What to do about an application that is there already: update it, or look at it. */
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { deedVerdict } from '@/lib/domain/application/application-rules';
import type { Check } from '@/lib/domain/check';
import { openApplicationDeed } from '@/lib/queries/action-store';
import { useView } from '@/lib/queries/view';

export function UploadWayOut({ checks, name }: { checks: readonly Check[]; name: string | null }) {
  const one = useView('applications', {})?.data?.applications.find((other) => other.name === name);
  const isThere = checks.some(({ id, outcome }) => id === 'upload.name' && outcome === 'block');
  if (!isThere || !one) return null;
  return deedVerdict('update', one).ok ? (
    <Button onClick={() => openApplicationDeed('update', one.name)}>Update…</Button>
  ) : (
    <Link
      className="link inline-flex max-md:min-h-11 items-center"
      href={`/applications?open=${encodeURIComponent(one.name)}`}
    >
      Look at it
    </Link>
  );
}
