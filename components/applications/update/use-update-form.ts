'use client';
/** What was typed and picked for an update, and what would be sent of it. */
import { useState } from 'react';
import type { UpdateCall } from '@/lib/domain/application/application-calls';
import { deedVerdict } from '@/lib/domain/application/application-rules';
import { updateChecks } from '@/lib/domain/application/tarball-checks';
import { type Check, verdictOf } from '@/lib/domain/check';
import { useView } from '@/lib/queries/view';
import { factsOf, faultOf, useTarball } from '../tarball/use-tarball';
import { placeFault } from '../upload/use-upload-form';

/** `own`: as the new version says in its metadata. */
export type Keeping = 'own' | 'keep' | 'drop';

const START: {
  from: 'address' | 'path';
  address: string;
  path: string;
  version: string;
  overrides: Keeping;
  attributes: Keeping;
} = { from: 'path', address: '', path: '', version: '', overrides: 'own', attributes: 'own' };
export type UpdateFields = typeof START;

const NONE: readonly never[] = [];

export function useUpdateForm(name: string) {
  const [fields, setFields] = useState(START);
  const [picked, pick] = useTarball();
  const applications = useView('applications', {})?.data?.applications;
  const kubernetes = useView('runningKubernetes', {})?.data;
  const one = applications?.find((other) => other.name === name);
  const facts = factsOf(picked);
  const tarfile = fields[fields.from].trim();
  // Of an address the platform knows the version only once it has fetched it; a path it reads at once.
  const version =
    fields.version.trim() === ''
      ? fields.from === 'address'
        ? (facts?.version ?? null)
        : null
      : fields.version.trim();
  const checks: readonly Check[] = one
    ? updateChecks({ application: one, facts, version }, { applications, kubernetes })
    : NONE;
  const call: UpdateCall = {
    ...{ do: 'update', name, tarfile, version },
    reuseUserOverrides: toldOf(fields.overrides),
    reuseAttributes: toldOf(fields.attributes),
  };
  return {
    ...{ one, applications: applications ?? NONE, fields, picked, pick, facts, checks, call },
    gap:
      (one ? why(deedVerdict('update', one)) : null) ??
      (tarfile === '' ? emptyGap(fields.from) : placeFault(fields.from, tarfile)) ??
      faultOf(picked) ??
      why(verdictOf(checks)),
    dirty: tarfile !== '' || picked !== null,
    set: (changes: Partial<UpdateFields>) => setFields((before) => ({ ...before, ...changes })),
  };
}

const emptyGap = (from: 'address' | 'path') => (from === 'address' ? 'Give an address' : 'Give a path');
const why = (verdict: ReturnType<typeof verdictOf>): string | null => (verdict.ok ? null : verdict.why);
const toldOf = (keeping: Keeping): boolean | null => (keeping === 'own' ? null : keeping === 'keep');
