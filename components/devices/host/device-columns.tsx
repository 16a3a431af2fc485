'use client';
import type { Column } from '@/components/table/column';
import { deviceKind, deviceName, KIND_WORDS } from '@/lib/domain/device/device-kind';
import type { PciDevice } from '@/lib/domain/host-parts';

const UNKNOWN = <span className="text-unk-fg">Unknown</span>;

export const enabledWords = ({ enabled }: PciDevice): string | null =>
  enabled === null ? null : enabled ? 'Enabled' : 'Not enabled';

/** "16 of 16"; null where it has no SR-IOV, or did not say. */
export const vfWords = ({ virtualFunctions, totalVirtualFunctions }: PciDevice): string | null =>
  totalVirtualFunctions ? `${virtualFunctions ?? 'unknown'} of ${totalVirtualFunctions}` : null;

const textColumn = (
  id: string,
  label: string,
  value: (row: PciDevice) => string | number | null,
  more: Partial<Column<PciDevice>> = {},
): Column<PciDevice> => ({
  ...{ id, label, value, className: 'text-ink-2', width: { min: 110 } },
  render: (row) => value(row) ?? UNKNOWN,
  ...more,
});

export const DEVICE_COLUMNS: readonly Column<PciDevice>[] = [
  {
    ...{ id: 'name', label: 'Name', value: deviceName, canHide: false, width: { min: 150 } },
    render: (row) => (
      <span className="mono font-medium text-ink [overflow-wrap:anywhere]">{deviceName(row)}</span>
    ),
  },
  textColumn('address', 'Address', ({ address }) => address, {
    ...{ className: 'mono text-ink-2', width: { min: 120 } },
  }),
  textColumn('device', 'Device', ({ device }) => device, { width: { min: 150, grow: true } }),
  textColumn('vendor', 'Vendor', ({ vendor }) => vendor, { hideBelow: 'xl', width: { min: 130 } }),
  textColumn('kind', 'Kind', (row) => KIND_WORDS[deviceKind(row)], {
    ...{ facet: {}, searchable: false, width: { min: 132 } },
  }),
  textColumn('class', 'Class', ({ kind }) => kind, { defaultHidden: true, width: { min: 150 } }),
  textColumn(
    'ids',
    'IDs',
    ({ vendorId, deviceId }) => (vendorId && deviceId ? `${vendorId}:${deviceId}` : null),
    {
      ...{ defaultHidden: true, className: 'mono text-ink-2' },
    },
  ),
  textColumn('numa', 'NUMA node', ({ node }) => node, {
    align: 'end',
    searchable: false,
    width: { min: 90 },
  }),
  textColumn('driver', 'Driver', ({ driver }) => driver, {
    ...{ className: 'mono text-ink-2', hideBelow: 'lg', width: { min: 128 } },
    render: ({ driver }) => driver ?? <span className="text-ink-3">None</span>,
  }),
  {
    ...{ id: 'vfs', label: 'VFs', value: vfWords, searchable: false, align: 'end', width: { min: 90 } },
    render: (row) => vfWords(row) ?? <span className="text-ink-3">None</span>,
  },
  textColumn('enabled', 'Workloads', enabledWords, { facet: {}, searchable: false }),
];

export function DeviceCard({ row }: { row: PciDevice }) {
  const vfs = vfWords(row);
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <span className="mono min-w-0 text-[16px] font-medium text-ink [overflow-wrap:anywhere]">
        {deviceName(row)}
      </span>
      <span className="text-ink-2">{row.device ?? 'Unknown device'}</span>
      <span className="text-small text-ink-2">
        <span className="mono">{row.address ?? 'Unknown address'}</span>
        {vfs && `, VFs ${vfs}`}, {enabledWords(row) ?? 'unknown whether enabled'}
      </span>
    </span>
  );
}
