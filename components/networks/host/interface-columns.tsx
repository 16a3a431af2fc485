'use client';
/** Columns of the table of interfaces. */
import { TracedName } from '@/components/drawing/traced-name';
import type { Column } from '@/components/table/column';
import type { InterfaceRow } from '@/lib/domain/network/interface-rows';

/** A row as the table shows it: with what a search finds it by, and whether its way is followed. */
export type ShownRow = InterfaceRow & { find: string; traced: boolean };

const unknown = (text: string | null) =>
  text === null ? <span className="text-unk-fg">Unknown</span> : <span title={text}>{text}</span>;

export const INTERFACE_COLUMNS: readonly Column<ShownRow>[] = [
  {
    id: 'interface',
    label: 'Interface',
    value: ({ name }) => name,
    searchValue: ({ find }) => find,
    render: ({ name, traced }) => <TracedName name={name} traced={traced} />,
    width: { min: 128 },
    canHide: false,
  },
  {
    id: 'type',
    label: 'Type',
    value: ({ type }) => type,
    searchable: false,
    className: 'text-ink-2',
    width: { min: 84 },
  },
  {
    id: 'class',
    label: 'Class',
    value: (row) => row.class,
    searchable: false,
    className: 'text-ink-2',
    width: { min: 124 },
  },
  {
    id: 'vlan',
    label: 'VLAN',
    value: ({ vlanId }) => vlanId,
    searchable: false,
    align: 'end',
    width: { min: 60 },
    defaultHidden: true,
  },
  {
    id: 'uses',
    label: 'Uses',
    value: ({ uses }) => uses,
    searchable: false,
    className: 'mono text-ink-2',
    width: { min: 180 },
    hideBelow: 'lg',
  },
  {
    id: 'network',
    label: 'Network',
    value: ({ networks }) => networks,
    searchable: false,
    render: ({ networks }) => unknown(networks),
    className: 'mono text-ink-2',
    width: { min: 140 },
  },
  {
    id: 'address',
    label: 'Address',
    value: ({ addresses }) => addresses,
    searchable: false,
    render: ({ addresses }) => unknown(addresses),
    className: 'mono text-ink-2',
    width: { min: 168 },
  },
  { id: 'mtu', label: 'MTU', value: ({ mtu }) => mtu, searchable: false, align: 'end', width: { min: 66 } },
  {
    id: 'note',
    label: 'Note',
    value: ({ note }) => note,
    searchable: false,
    className: 'text-ink-2',
    width: { min: 160, grow: true },
    hideBelow: 'lg',
  },
];
