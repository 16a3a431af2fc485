/** A backend is in two collections, the general one and that of its type: both say the same. */

import { specOf } from '../../fm/catalogue';
import type { Json } from '../../kernel/json';
import type { World } from '../../kernel/world';
import { removeRow } from '../network/rows';
import type { Row } from '../rows';
import { stampRow } from './rows';

export const TYPED: Record<string, string> = {
  ceph: 'storage_ceph',
  'ceph-rook': 'storage_ceph_rook',
  lvm: 'storage_lvm',
  file: 'storage_file',
  external: 'storage_external',
};

/** Backends whose work is done by an application, and its name. */
export const APPS: Record<string, string> = { 'ceph-rook': 'rook-ceph', lvm: 'lvm-csi' };

/** What an application is about to do: `configuring-with-app` until it was applied. */
export const WITH_APP = 'configuring-with-app';

/** Changes columns that both forms have. */
export function setBackend(world: World, backend: Row, fields: { [column: string]: Json }): void {
  for (const segment of ['storage_backend', ...Object.values(TYPED)]) {
    for (const row of world.sysinv.cloud(segment))
      if (row.uuid === backend.uuid) stampRow(world, row, fields);
  }
}

export function dropBackend(world: World, backend: Row): void {
  for (const segment of ['storage_backend', ...Object.values(TYPED)]) {
    const rows = world.sysinv.cloud(segment);
    for (const row of rows.filter(({ uuid }) => uuid === backend.uuid)) removeRow(rows, row);
  }
}

/** The state of the backend of a type. */
export function setBackendState(world: World, type: string, state: string): void {
  const row = world.sysinv.cloud('storage_backend').find(({ backend }) => backend === type);
  if (row) setBackend(world, row, { state });
}

/** 800.104 while the configuration of a backend failed. */
export function raiseBackendFailed(world: World, { name }: Row): void {
  world.fm.raise(
    specOf({
      alarm_id: '800.104',
      entity_instance_id: `storage_backend=${name}`,
      reason_text: `The configuration of ${name} could not be applied.`,
      proposed_repair_action: 'Change the backend so that it is applied again.',
    }),
  );
}

export function clearBackendFailed(world: World, { name }: Row): void {
  world.fm.clear('800.104', `storage_backend=${name}`);
}
