'use client';
/** Both sides of a comparison, and what differs, as far as it is known. */
import { useDeferredValue, useMemo } from 'react';
import {
  type CompareSection,
  compare,
  type Side,
  sideOf,
  sideOfHost,
} from '@/lib/domain/declarative/compare';
import { undeclarable } from '@/lib/domain/declarative/host-documents';
import { type FileSubject, type ReadFile, readFile } from '@/lib/domain/declarative/read-file';
import { findHost, type Host, hostName } from '@/lib/domain/host';
import type { Failure } from '@/lib/domain/result';
import { useStore } from '@/lib/queries/store';
import { useView, useViews } from '@/lib/queries/view';
import { useParams } from '@/lib/url/use-params';
import { COMPARE_PARAMS } from './compare-params';
import { comparedFile } from './file-store';

export type SideSeen =
  | { state: 'none' }
  | { state: 'waiting'; name: string }
  | { state: 'unknown'; name: string }
  | { state: 'failed'; name: string; error: Failure }
  /** There is nothing of it to compare. */
  | { state: 'odd'; name: string; why: string }
  | { state: 'here'; side: Side; host: Host | null; error: Failure | undefined };

export type Comparison = {
  hosts: readonly Host[];
  left: SideSeen;
  right: SideSeen;
  file: ReadFile | null;
  subject: FileSubject | null;
  sections: readonly CompareSection[] | null;
};

export function useComparison(): Comparison | undefined {
  const [{ left: leftRef, right: rightRef, with: against }] = useParams(COMPARE_PARAMS);
  const seen = useView('hosts', {});
  const hosts = seen?.data?.hosts ?? [];
  const refs = against === 'host' ? [leftRef, rightRef] : [leftRef];
  const found = refs.map((ref) => (ref === null ? undefined : findHost(hosts, ref)));
  const ids = found.flatMap((host) => (host && undeclarable(host) === null ? [host.id] : []));
  const readings = useViews(
    'hostDeclaration',
    [...new Set(ids)].map((hostId) => ({ hostId })),
  );
  const bySide = (index: number): SideSeen => {
    const ref = refs[index] ?? null;
    const host = found[index];
    if (ref === null) return { state: 'none' };
    if (!host) return { state: 'unknown', name: ref };
    const name = hostName(host);
    const why = undeclarable(host);
    if (why !== null) return { state: 'odd', name, why };
    const reading = readings[[...new Set(ids)].indexOf(host.id)];
    if (reading?.data)
      return {
        state: 'here',
        side: sideOfHost(name, reading.data.documents, reading.data.unread),
        host,
        error: reading.error,
      };
    return reading?.error ? { state: 'failed', name, error: reading.error } : { state: 'waiting', name };
  };
  const { text, subject: chosen } = useStore(comparedFile);
  // A long file is read while its letters already stand there.
  const settled = useDeferredValue(text);
  const file = useMemo(() => (settled.trim() === '' ? null : readFile(settled)), [settled]);
  if (!seen?.data) return undefined;
  const left = bySide(0);
  const subject = subjectOf(file, chosen, left);
  const right = against === 'host' ? bySide(1) : ofFile(subject);
  const sections = left.state === 'here' && right.state === 'here' ? compare(left.side, right.side) : null;
  return { hosts, left, right, file, subject, sections };
}

/** The one that was chosen, the one of the same name, or the only one there is. */
function subjectOf(file: ReadFile | null, chosen: string | null, left: SideSeen): FileSubject | null {
  if (!file?.ok) return null;
  const { subjects } = file;
  const named = (name: string) => subjects.find((one) => one.name === name);
  const own = left.state === 'here' ? named(left.side.name) : undefined;
  const only = subjects.length === 1 ? subjects[0] : undefined;
  return (chosen === null ? undefined : named(chosen)) ?? own ?? only ?? null;
}

const ofFile = (subject: FileSubject | null): SideSeen =>
  subject === null
    ? { state: 'none' }
    : {
        state: 'here',
        side: sideOf(`${subject.name} in the file`, subject.spec),
        ...{ host: null, error: undefined },
      };
