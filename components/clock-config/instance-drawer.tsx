'use client';
/** One instance in full, beside the list: parameters by section, PTP interfaces with their places, hosts, and what can be changed. */
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Drawer } from '@/components/ui/drawer';
import { LongList } from '@/components/ui/long-list';
import { Note } from '@/components/ui/note';
import { Pill } from '@/components/ui/pill';
import { ownersOf } from '@/lib/domain/clock/parameter-rules';
import type { PtpConfig, PtpInterface, PtpPair } from '@/lib/domain/clock/ptp-config';
import type { InstanceRow } from '@/lib/domain/clock/ptp-instance-rows';
import {
  knownInterfaceParameters,
  knownParameters,
  type ParameterHelp,
} from '@/lib/domain/clock/ptp-parameter-help';
import { deleteInstanceVerdict } from '@/lib/domain/clock/ptp-rules';
import { counted } from '@/lib/domain/words';
import { formatCount } from '@/lib/format/number';
import { Applied, instanceName, serviceWords } from './instance-columns';
import { InstanceHosts } from './instance-hosts';
import { JobButton } from './job-button';

/** Names that a sentence or a tooltip has room for. */
const NAMED = 12;
const firstNames = (names: readonly string[]): string =>
  names.length <= NAMED
    ? names.join(', ')
    : `${names.slice(0, NAMED).join(', ')} and ${formatCount(names.length - NAMED)} more`;

type Props = { row: InstanceRow | undefined; config: PtpConfig; onClose: () => void };

export function InstanceDrawer({ row, config, onClose }: Props) {
  if (!row) {
    return (
      <Drawer beside title="Instance" onClose={onClose}>
        <Note tone="unknown" title="This instance is not in the list.">
          It was deleted, or it never was one of this cloud.
        </Note>
      </Drawer>
    );
  }
  const { instance, interfaces, notFollowing, profile } = row;
  const name = instanceName(row);
  const verdict = deleteInstanceVerdict(instance);
  const owner = { of: 'instance', name: instance.name } as const;
  const shared = (section: string, pair: PtpPair) => othersOf(config, instance.id, section, pair);
  return (
    <Drawer
      beside
      title={<span className="mono min-w-0 [overflow-wrap:anywhere]">{name}</span>}
      onClose={onClose}
      footer={
        <>
          <JobButton variant="primary" job={{ job: 'parameters', owner }}>
            Change parameters…
          </JobButton>
          <JobButton job={{ job: 'apply' }}>Apply…</JobButton>
          <JobButton
            job={{ job: 'delete', of: 'instance', name: instance.name }}
            variant="danger"
            why={verdict.ok ? null : verdict.why}
          >
            Delete…
          </JobButton>
        </>
      }
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-3 text-ink-2">
        <span>
          <span className="mono">{serviceWords(instance.service)}</span> on{' '}
          {counted(instance.hosts.length, 'host')}
        </span>
        <Applied row={row} />
        {profile && <Pill>Looks like {profile.name}</Pill>}
      </p>
      {profile && <p className="pb-3 text-small text-ink-3">By its parameters: {profile.why.join(', ')}.</p>}
      {notFollowing && notFollowing.length > 0 && (
        <Note tone="minor" className="mb-3">
          PTP does not run on <span className="mono">{firstNames(notFollowing)}</span>: what{' '}
          {notFollowing.length === 1 ? 'it follows' : 'they follow'} is not PTP.
        </Note>
      )}
      {instance.sections.map(({ section, pairs }) => (
        <Part key={section} title={<span className="mono">[{section}]</span>}>
          <Pairs
            pairs={pairs}
            known={knownParameters(instance.service, section)}
            others={(pair) => shared(section, pair)}
          />
        </Part>
      ))}
      {row.parameters === 0 && (
        <Part title="Parameters">
          <p className="text-ink-3">None. The service runs with its defaults.</p>
        </Part>
      )}
      <Part
        title="Hosts"
        action={<JobButton job={{ job: 'assign', instance: instance.name }}>Change hosts…</JobButton>}
      >
        <InstanceHosts instance={instance.name} hosts={instance.hosts} />
      </Part>
      <Part
        title="PTP interfaces"
        action={
          <JobButton
            job={{ job: 'create-interface', instance: instance.name }}
            why={instance.service === 'dpll-mgr' ? 'An instance of dpll-mgr has no PTP interfaces.' : null}
          >
            Create PTP interface…
          </JobButton>
        }
      >
        {interfaces.length === 0 && <p className="text-ink-3">None.</p>}
        {interfaces.map((face) => (
          <Face key={face.id} face={face} service={instance.service} config={config} />
        ))}
      </Part>
    </Drawer>
  );
}

function Part({ title, action, children }: { title: ReactNode; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-line border-t py-3">
      <div className="flex flex-wrap items-center justify-between gap-2 pb-2">
        <h3 className="font-semibold text-body text-ink">{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}

/** Who else has the very row that a pair is, by name. */
function othersOf(config: PtpConfig, id: string, section: string, { name, value }: PtpPair): string[] {
  const row = config.parameters.find(
    (one) => one.section === section && one.name === name && one.value === value,
  );
  return row ? ownersOf({ ...row, owners: row.owners.filter((owner) => owner !== id) }, config) : [];
}

type PairsProps = {
  pairs: readonly PtpPair[];
  known: readonly ParameterHelp[];
  others: (pair: PtpPair) => readonly string[];
};

function Pairs({ pairs, known, others }: PairsProps) {
  return (
    <dl className="flex flex-col gap-1.5">
      {pairs.map((pair) => {
        const help = known.find(({ name }) => name === pair.name);
        const shared = others(pair);
        return (
          <div
            key={`${pair.name}=${pair.value}`}
            className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-x-3"
          >
            <dt className="mono text-ink-2 [overflow-wrap:anywhere]" title={help?.help}>
              {pair.name ? <ParameterName name={pair.name} /> : 'No name'}
            </dt>
            <dd className="[overflow-wrap:anywhere]">
              <span className="mono">{pair.value || 'empty'}</span>
              {help?.unit && <span className="text-ink-3"> {help.unit}</span>}
              {help?.default != null && help.default !== pair.value && (
                <span className="text-small text-ink-3"> default {help.default}</span>
              )}
              {shared.length > 0 && (
                <span className="block text-small text-ink-3" title={firstNames(shared)}>
                  shared with {counted(shared.length, 'other')}
                </span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** A long name breaks between its words, not within one. */
function ParameterName({ name }: { name: string }) {
  const parts = name.split(/(?<=[_.])/);
  // biome-ignore lint/suspicious/noArrayIndexKey: a name's parts never move
  return parts.flatMap((part, index) => (index === 0 ? [part] : [<wbr key={index} />, part]));
}

function Face({ face, service, config }: { face: PtpInterface; service: string | null; config: PtpConfig }) {
  return (
    <div className="flex flex-col gap-2 border-line border-t py-2.5 first:border-t-0">
      <h4 className="mono font-medium">{face.name}</h4>
      {face.pairs.length > 0 && (
        <Pairs
          pairs={face.pairs}
          known={knownInterfaceParameters(service)}
          others={(pair) => othersOf(config, face.id, 'global', pair)}
        />
      )}
      {face.members.length === 0 ? (
        <p className="text-small text-ink-2">On no interface.</p>
      ) : (
        <LongList
          link={Link}
          label={`Search places of ${face.name}`}
          items={face.members.map(({ host, interface: name }) => ({ text: `${host} ${name}` }))}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <JobButton
          aria-label={`Change parameters of ${face.name}…`}
          job={{ job: 'parameters', owner: { of: 'interface', name: face.name } }}
        >
          Parameters…
        </JobButton>
        <JobButton
          aria-label={`Change places of ${face.name}…`}
          job={{ job: 'places', ptpInterface: face.name }}
        >
          Places…
        </JobButton>
        <JobButton
          aria-label={`Delete ${face.name}…`}
          variant="ghost"
          job={{ job: 'delete', of: 'interface', name: face.name }}
        >
          Delete…
        </JobButton>
      </div>
    </div>
  );
}
