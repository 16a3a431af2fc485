'use client';
/** What was typed and picked, and what would be sent of it. */
import { useState } from 'react';
import type { UploadCall } from '@/lib/domain/application/application-calls';
import { mayActOnApplications } from '@/lib/domain/application/application-rights';
import { uploadChecks } from '@/lib/domain/application/tarball-checks';
import { addressVerdict, pathVerdict, type TarfileSource } from '@/lib/domain/application/tarfile';
import { type Check, verdictOf } from '@/lib/domain/check';
import { useView } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';
import { useParams } from '@/lib/url/use-params';
import { factsOf, faultOf, useTarball } from '../tarball/use-tarball';
import { UPLOAD_PARAMS } from './upload-params';

const EMPTY = { address: '', path: '', name: '', version: '', images: false };
export type UploadFields = typeof EMPTY;

export function useUploadForm(mostMb: number) {
  const { viewer } = useViewer();
  const [{ from }, setParams] = useParams(UPLOAD_PARAMS);
  const [fields, setFields] = useState(EMPTY);
  const [picked, pick] = useTarball();
  const applications = useView('applications', {})?.data?.applications;
  const kubernetes = useView('runningKubernetes', {})?.data;
  const system = useView('system', {})?.data;

  const facts = from === 'file' ? factsOf(picked) : null;
  // The tarball's own words count before those that somebody gives.
  const tellsItself = facts?.name != null && facts.version !== null;
  const [name, version] = tellsItself ? [null, null] : [given(fields.name), given(fields.version)];
  const checks = uploadChecks(facts?.name ?? name, facts, { applications, kubernetes });
  const tooLarge =
    picked && picked.file.size > mostMb * 1_000_000
      ? `This console takes tarballs of ${mostMb} MB at most. Put it on a server or on the controller.`
      : null;
  const gaps = { from, fields, picked: picked?.reading !== null && picked !== null, tooLarge };
  const may = mayActOnApplications(viewer);
  const off = !may.ok
    ? may.why
    : (placeGap(gaps) ??
      (from === 'file' ? faultOf(picked) : null) ??
      nameGap(facts !== null, tellsItself, name, version) ??
      blockGap(checks));
  const call: UploadCall = {
    ...{ do: 'upload', name, version, images: fields.images },
    tarfile: from === 'file' ? `./${picked?.file.name ?? ''}` : fields[from].trim(),
  };
  return {
    ...{ from, fields, picked, pick, facts, tellsItself, checks, off, call, tooLarge },
    /** Central registry of a System Controller: elsewhere there is none. */
    hasCentralRegistry: system?.distributedCloudRole === 'systemcontroller',
    setFrom: (next: TarfileSource) => setParams({ from: next }, 'replace'),
    set: (changes: Partial<UploadFields>) => setFields((before) => ({ ...before, ...changes })),
  };
}

const given = (text: string): string | null => (text.trim() === '' ? null : text.trim());

type Gaps = { from: TarfileSource; fields: UploadFields; picked: boolean; tooLarge: string | null };

/** Why there is no tarball to upload yet. */
function placeGap({ from, fields, picked, tooLarge }: Gaps): string | null {
  if (from === 'file') return tooLarge ?? (picked ? null : 'Pick a tarball');
  const text = fields[from].trim();
  if (text === '') return from === 'address' ? 'Give an address' : 'Give a path';
  return placeFault(from, text);
}

export function placeFault(from: 'address' | 'path', text: string): string | null {
  const verdict = from === 'address' ? addressVerdict(text) : pathVerdict(text);
  return verdict.ok ? null : verdict.why;
}

/** `sysinv kube_app.py _verify_metadata_file`: without metadata both have to be given. */
function nameGap(
  read: boolean,
  tellsItself: boolean,
  name: string | null,
  version: string | null,
): string | null {
  const faulty = [name, version].some((text) => text !== null && !/^[\w.+~:-]{1,255}$/.test(text));
  if (faulty) return 'Name and version are letters, digits and . _ - + ~ :';
  return read && !tellsItself && (name === null || version === null)
    ? 'The tarball has no metadata.yaml: give name and version'
    : null;
}

function blockGap(checks: readonly Check[]): string | null {
  const verdict = verdictOf(checks);
  return verdict.ok ? null : verdict.why;
}
