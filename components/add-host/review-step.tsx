'use client';
/** Everything that was said, what will happen, and the same as a command. */
import { CliLine } from '@/components/ui/cli-line';
import { Kv, KvRow } from '@/components/ui/kv';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { normalizeMac } from '@/lib/domain/mac';
import type { AddStep } from '@/lib/domain/new-host/draft';
import { addCli } from '@/lib/domain/new-host/order';
import { hasProfile, isNamedByHand, nextName } from '@/lib/domain/new-host/roles';
import type { StepProps } from './step-props';

const BOARD = new Map([
  ['none', 'None'],
  ['dynamic', 'Dynamic (learn)'],
  ['ipmi', 'IPMI'],
  ['redfish', 'Redfish'],
]);

type Row = { term: string; value: string; mono?: boolean };

export function ReviewStep({ add, off }: { add: StepProps['add']; off: boolean }) {
  const { host } = add.draft;
  const managed = host.bmType !== 'none';
  const board: Row[] = managed
    ? [
        { term: 'Address', value: host.bmAddress, mono: true },
        { term: 'User', value: host.bmUserName },
        {
          term: 'Password',
          value:
            add.password !== '' ? 'Set, not shown' : add.draft.passwordGiven ? 'To be typed again' : 'None',
        },
      ]
    : [];
  const disk = host.rootfsDevice || `${add.node?.rootfsDevice ?? 'sda'}, the platform’s default`;
  return (
    <>
      <Part
        title="Node"
        step="identify"
        add={add}
        off={off}
        rows={[
          { term: 'MAC address', value: normalizeMac(host.mac) ?? host.mac, mono: true },
          { term: 'Known to the platform', value: add.node ? 'Yes, it booted here' : 'Not yet' },
        ]}
      />
      <Part
        title="Role"
        step="role"
        add={add}
        off={off}
        rows={[
          { term: 'Role', value: ROLE_WORDS.get(host.role) ?? host.role },
          {
            term: 'Hostname',
            value: isNamedByHand(host.role)
              ? host.hostname
              : `${nextName(host.role, add.hosts)}, given by the platform`,
            mono: isNamedByHand(host.role),
          },
          ...(hasProfile(host.role)
            ? [
                {
                  term: 'Performance profile',
                  value: host.profile === 'lowlatency' ? 'Low latency' : 'Standard',
                },
              ]
            : []),
          { term: 'Location', value: host.location || 'Not said' },
        ]}
      />
      <Part
        title="Board management"
        step="board"
        add={add}
        off={off}
        rows={[{ term: 'Type', value: BOARD.get(host.bmType) ?? host.bmType }, ...board]}
      />
      <Part
        title="Installation"
        step="install"
        add={add}
        off={off}
        rows={[
          { term: 'Root disk', value: disk, mono: host.rootfsDevice !== '' },
          {
            term: 'Boot device',
            value: host.bootDevice || `${add.node?.bootDevice ?? 'sda'}, the platform’s default`,
            mono: host.bootDevice !== '',
          },
          { term: 'Output', value: host.installOutput === 'graphical' ? 'Graphical' : 'Text' },
          { term: 'Console', value: host.console || 'The platform’s default', mono: host.console !== '' },
          { term: 'Wait for hardware', value: host.hwSettle ? `${host.hwSettle} s` : 'None' },
        ]}
      />
      <Note tone="minor" title="What happens next.">
        {host.role === 'edgeworker'
          ? 'The platform knows the host from now on. Its operating system is installed by other means, and it stays locked.'
          : `${add.node ? 'The node is' : 'As soon as it boots on the pxeboot network, the node is'} installed from the network: its root disk is wiped. Then it restarts, is inventoried, and waits, locked, to be configured and unlocked.`}
      </Note>
      <CliLine
        command={addCli(host, managed && (add.password !== '' || add.draft.passwordGiven), add.node)}
      />
    </>
  );
}

const ROLE_WORDS = new Map([
  ['worker', 'Worker'],
  ['storage', 'Storage'],
  ['controller', 'Controller'],
  ['edgeworker', 'Edge worker'],
]);

type PartProps = { title: string; step: AddStep; rows: readonly Row[]; add: StepProps['add']; off: boolean };

function Part({ title, step, rows, add, off }: PartProps) {
  return (
    <Panel
      title={title}
      padded
      actions={
        !off && (
          <button
            type="button"
            className="link-quiet text-small max-md:min-h-11 max-md:px-2"
            aria-label={`Change: ${title}`}
            onClick={() => add.go(step)}
          >
            Change
          </button>
        )
      }
    >
      <Kv>
        {rows.map(({ term, value, mono }) => (
          <KvRow key={term} term={term}>
            <span className={mono ? 'mono [overflow-wrap:anywhere]' : '[overflow-wrap:anywhere]'}>
              {value}
            </span>
          </KvRow>
        ))}
      </Kv>
    </Panel>
  );
}
