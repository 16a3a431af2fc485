'use client';
/** The file that somebody picked, and what was found in it. The code that looks into it is fetched with the first file. */
import { useRef, useState } from 'react';
import type { TarballFacts, TarballFault } from '@/lib/domain/application/tarball';
import type { TarballReading } from './read-tarball';

export type Picked = {
  file: File;
  /** null while it is looked into. */
  reading: TarballReading | null;
  /** How far that is, 0 to 1. */
  share: number;
};

export function useTarball(): readonly [Picked | null, (file: File | null) => void] {
  const [picked, setPicked] = useState<Picked | null>(null);
  const under = useRef<AbortController>(undefined);
  const pick = async (file: File | null) => {
    under.current?.abort();
    if (!file) return setPicked(null);
    const reader = new AbortController();
    under.current = reader;
    const { signal } = reader;
    const show = (more: Partial<Picked>) =>
      signal.aborted || setPicked({ file, reading: null, share: 0, ...more });
    show({});
    try {
      const { readTarballFile } = await import('./read-tarball');
      const reading = await readTarballFile(file, { signal, onShare: (share) => show({ share }) });
      show({ reading, share: 1 });
    } catch {
      // Cancelled, or the console was updated meanwhile: then the platform looks into it.
      show({ reading: { kind: 'sealed', why: 'It could not be looked into here.' } });
    }
  };
  return [picked, (file) => void pick(file)];
}

export const factsOf = (picked: Picked | null): TarballFacts | null =>
  picked?.reading?.kind === 'read' ? picked.reading.facts : null;

export const faultsOf = (picked: Picked | null): readonly TarballFault[] =>
  picked?.reading?.kind === 'read' ? picked.reading.faults : [];

/** What is wrong with it, for the field that it was picked in; null while nothing is known to be. */
export function faultOf(picked: Picked | null): string | null {
  if (picked?.reading?.kind === 'broken') return picked.reading.why;
  return faultsOf(picked)[0]?.why ?? null;
}
