/**
 * Rows of Kubernetes: sysinv `/v1/kube_versions`, `/v1/kube_upgrade`, `/v1/kube_host_upgrades`, `/v1/kube_rootca_update` and
 * its `/hosts` (api/controllers/v1/kube_version.py, kube_upgrade.py, kube_host_upgrade.py, kube_rootca_update.py).
 */
import 'server-only';
import { z } from 'zod';
import type {
  KubeHost,
  KubeUpgrade,
  KubeVersion,
  KubeVersionPath,
  RootcaHost,
  RootcaUpdate,
} from '@/lib/domain/kube/kube';
import { flag, number, readRows, text, time } from '../../decode';

export const versionWire = z.object({ version: z.string().min(1), state: text, target: flag });

export const decodeVersions = (rows: readonly unknown[]) =>
  readRows(rows, versionWire, (row): KubeVersion => row, ['version']);

const words = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? []);

const pathWire = z.object({
  version: z.string().min(1),
  upgrade_from: words,
  downgrade_to: words,
  applied_patches: words,
  available_patches: words,
});

/** The answer about one version. */
export const versionPath = pathWire.transform(
  (row): KubeVersionPath => ({
    version: row.version,
    upgradeFrom: row.upgrade_from,
    downgradeTo: row.downgrade_to,
    appliedPatches: row.applied_patches,
    availablePatches: row.available_patches,
  }),
);

const upgradeWire = z.object({
  from_version: text,
  to_version: text,
  state: text,
  created_at: time,
  updated_at: time,
});

export const decodeUpgrades = (rows: readonly unknown[]) =>
  readRows(
    rows,
    upgradeWire,
    (row): KubeUpgrade => ({
      from: row.from_version,
      to: row.to_version,
      state: row.state,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    }),
    ['uuid'],
  );

/** The platform asked the cluster, and the node did not answer for itself. */
const said = text.transform((value) => (value === 'unknown' ? null : value));

const hostWire = z.object({
  uuid: z.string(),
  host_id: number,
  target_version: text,
  status: text,
  control_plane_version: said,
  kubelet_version: said,
});

export const decodeHosts = (rows: readonly unknown[]) =>
  readRows(
    rows,
    hostWire,
    (row): KubeHost => ({
      id: row.uuid,
      hostNumber: row.host_id,
      target: row.target_version,
      status: row.status,
      controlPlane: row.control_plane_version,
      kubelet: row.kubelet_version,
    }),
    ['host_id'],
  );

const rootcaWire = z.object({
  state: text,
  from_rootca_cert: text,
  to_rootca_cert: text,
  created_at: time,
  updated_at: time,
});

export const decodeRootca = (rows: readonly unknown[]) =>
  readRows(
    rows,
    rootcaWire,
    (row): RootcaUpdate => ({
      state: row.state,
      from: row.from_rootca_cert,
      to: row.to_rootca_cert,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    }),
    ['uuid'],
  );

const rootcaHostWire = z.object({ uuid: z.string(), hostname: text, personality: text, state: text });

export const decodeRootcaHosts = (rows: readonly unknown[]) =>
  readRows(
    rows,
    rootcaHostWire,
    (row): RootcaHost => ({
      id: row.uuid,
      hostname: row.hostname,
      personality: row.personality,
      state: row.state,
    }),
    ['hostname'],
  );
