'use client';
/** In place of a sheet until what it is about has been read, or while it cannot be. */
import { type ReactElement, type ReactNode, useState } from 'react';
import { Note } from '@/components/ui/note';
import { Sheet } from '@/components/ui/sheet';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { Host } from '@/lib/domain/host';
import { useView } from '@/lib/queries/view';

/** What a domain says of it: "Change storage", "storage". */
export type JobWords = { title: string; what: string };

type Props = JobWords & {
  /** Why there is nothing to open; undefined while it is being read. */
  error: string | undefined;
  /** In place of "The storage could not be read." */
  finding?: string;
  onClose: () => void;
};

export function JobWait({ title, what, error, finding = `The ${what} could not be read.`, onClose }: Props) {
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title={title}>
      {error === undefined ? (
        <SkeletonRows label={`Reading the ${what}`} />
      ) : (
        <Note tone="unknown" title={finding}>
          {error}
        </Note>
      )}
    </Sheet>
  );
}

type OfHost = {
  hostId: string;
  words: JobWords;
  onClose: () => void;
  children: (host: Host, hosts: readonly Host[]) => ReactNode;
};

/** A sheet about a host, once the host is known. */
export function JobOfHost({ hostId, words, onClose, children }: OfHost) {
  const hosts = useView('hosts', {});
  const list = hosts?.data?.hosts;
  const host = list?.find(({ id }) => id === hostId);
  if (list && host) return children(host, list);
  const gone = list ? 'This host is not in the list any more.' : hosts?.error?.message;
  return <JobWait {...words} error={gone} onClose={onClose} />;
}

type OfReading<F> = {
  /** `error`: why there are no facts; undefined while they are being read. */
  read: { facts: F | undefined; error: string | undefined };
  words: JobWords;
  onClose: () => void;
  children: (facts: F) => ReactNode;
};

/**
 * A sheet about facts, once they have been read. When part of a newer reading fails the last whole one stays: a form does not go
 * away under somebody's hands, and the platform judges what is sent.
 */
export function JobOfReading<F>({ read: { facts, error }, words, onClose, children }: OfReading<F>) {
  const [kept, setKept] = useState(facts);
  if (facts !== undefined && facts !== kept) setKept(facts);
  const known = facts ?? kept;
  return known === undefined ? <JobWait {...words} error={error} onClose={onClose} /> : children(known);
}

type OfFacts<F> = {
  facts: F;
  words: JobWords;
  onClose: () => void;
  /** null: what the change is about is not among the facts. */
  children: (facts: F) => ReactElement | null;
};

/** A sheet about a thing of a host. What it takes away is gone once that is done: until it closes it is shown as it was. */
export function JobOfFacts<F extends { host: Host }>({ facts, words, onClose, children }: OfFacts<F>) {
  const now = children(facts);
  const [last, setLast] = useState(facts);
  if (now && last !== facts) setLast(facts);
  return (
    now ??
    children({ ...last, host: facts.host }) ?? (
      <JobWait {...words} error="The platform does not list it any more." onClose={onClose} />
    )
  );
}
