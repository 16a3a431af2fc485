'use client';
/** The host that is being added: what was said of it, kept in this browser, and what is wrong with it now. */
import { useMemo, useState } from 'react';
import type { Host } from '@/lib/domain/host';
import {
  ADD_STEPS,
  type AddDraft,
  type AddStep,
  draftText,
  EMPTY_HOST,
  type NewHost,
  type NewHostField,
  readDraft,
} from '@/lib/domain/new-host/draft';
import {
  discoveredNode,
  furthestStep,
  type NewHostFaults,
  newHostFaults,
} from '@/lib/domain/new-host/faults';
import type { AddContext } from '@/lib/domain/new-host/roles';
import { serverNow } from '@/lib/queries/clock';
import { keepText, useKeptText } from '@/lib/queries/kept-text';
import { useView } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';
import { oneOf, textParam } from '@/lib/url/params';
import { useParams } from '@/lib/url/use-params';

const PARAMS = { step: oneOf(ADD_STEPS), mac: textParam };

export type AddHost = {
  context: AddContext;
  /** As last read; the guide is behind when it is old. */
  hosts: readonly Host[];
  draft: AddDraft;
  /** Is anything kept from before this page was opened? */
  resumed: AddStep | null;
  /** An address that the way here asked for, and that the draft is not about. */
  asked: string | null;
  password: string;
  faults: NewHostFaults;
  /** The discovered node that it is about. */
  node: Host | undefined;
  step: AddStep;
  set: (changes: Partial<Record<NewHostField, string>>) => void;
  setPassword: (password: string) => void;
  setSent: (sent: AddDraft['sent']) => void;
  go: (step: AddStep) => void;
  /** Forgets everything, and begins with an address or with nothing. */
  restart: (mac?: string) => void;
  forget: () => void;
};

const FRESH: AddDraft = { host: EMPTY_HOST, passwordGiven: false, step: 'identify', sent: null, savedAt: 0 };

export function useAddHost(): AddHost {
  const { viewer } = useViewer();
  const system = useView('system', {})?.data ?? null;
  const list = useView('hosts', {})?.data?.hosts;
  const fact = useView('cloudFact', { fact: 'storageBackends' })?.data;
  const hosts = useMemo(() => list ?? [], [list]);
  const backends = fact?.name === 'storageBackends' ? fact.value.map(({ backend }) => backend) : null;
  const context: AddContext = { viewer, system, hosts, backends };

  const key = `roost.add-host.${system?.id ?? 'unknown'}.${viewer.domainName}.${viewer.userName}`;
  const text = useKeptText(key);
  const kept = useMemo(() => readDraft(text), [text]);
  const [{ step: wanted, mac }, setParams] = useParams(PARAMS);
  const [password, setPassword] = useState('');
  const [resumed, setResumed] = useState<AddStep | null>(() => kept?.step ?? null);

  const draft = kept ?? { ...FRESH, host: { ...EMPTY_HOST, mac: mac ?? '' } };
  const faults = newHostFaults(draft.host, password, context);
  const furthest = furthestStep(faults);
  const step = before(wanted ?? 'identify', furthest) ? (wanted ?? 'identify') : furthest;

  const save = (changes: Partial<AddDraft>) =>
    keepText(key, draftText({ ...draft, step, ...changes, savedAt: serverNow() }));
  return {
    ...{ context, hosts, draft, resumed, password, faults, step },
    node: discoveredNode(draft.host, hosts),
    asked: kept && mac !== null && kept.host.mac !== mac ? mac : null,
    set: (changes) => save({ host: { ...draft.host, ...changes } satisfies NewHost }),
    setPassword: (next) => {
      setPassword(next);
      save({ passwordGiven: next !== '' });
    },
    setSent: (sent) => save({ sent }),
    go: (next) => {
      setResumed(null);
      save({ step: next });
      setParams({ step: next, mac: null }, 'push');
    },
    restart: (next = '') => {
      setResumed(null);
      setPassword('');
      keepText(key, null);
      if (next !== '')
        keepText(key, draftText({ ...FRESH, host: { ...EMPTY_HOST, mac: next }, savedAt: serverNow() }));
      setParams({ step: null, mac: null }, 'replace');
    },
    forget: () => keepText(key, null),
  };
}

const before = (step: AddStep, limit: AddStep): boolean =>
  ADD_STEPS.indexOf(step) <= ADD_STEPS.indexOf(limit);
