'use client';
/** Deleting a backend, a tier or a monitor: what goes with it, and what keeps it. */
import { GoesWithIt } from '@/components/action/goes-with-it';
import type { Backend, Monitor, Tier } from '@/lib/domain/storage/backend';
import { backendName, isRook } from '@/lib/domain/storage/cloud/backend-rows';
import type { StorageState } from '@/lib/domain/storage/cloud/storage-state';
import { StorageSheet } from './storage-sheet';

type Props = { facts: StorageState; onClose: () => void };

export function DeleteBackendSheet({ facts, backend, onClose }: Props & { backend: Backend }) {
  const name = backendName(backend);
  return (
    <StorageSheet
      title={`Delete ${name}`}
      sentence={
        isRook(backend)
          ? 'The application rook-ceph has to be removed first. Data that Ceph holds is lost with it.'
          : 'What its services keep there cannot be reached any more.'
      }
      button={`Delete ${name}`}
      danger
      done={`${name} was deleted`}
      facts={facts}
      calls={[{ do: 'backend.delete', name }]}
      gap={null}
      onClose={onClose}
    >
      <GoesWithIt
        effects={backend.services.map((service) => ({ title: `Service ${service} loses its storage` }))}
      />
    </StorageSheet>
  );
}

export function DeleteTierSheet({ facts, tier: { name }, onClose }: Props & { tier: Tier }) {
  return (
    <StorageSheet
      title={`Delete tier ${name}`}
      sentence="Only a tier without OSDs and without a backend can be deleted."
      button={`Delete tier ${name}`}
      danger
      done={`Tier ${name} was deleted`}
      facts={facts}
      calls={[{ do: 'tier.delete', name }]}
      gap={null}
      onClose={onClose}
    />
  );
}

export function DeleteMonitorSheet({ facts, host, onClose }: Props & { monitor: Monitor; host: string }) {
  return (
    <StorageSheet
      title={`Delete the monitor of ${host}`}
      sentence="For a monitor whose configuration failed, so that it can be added again."
      button="Delete monitor"
      danger
      done={`The monitor of ${host} was deleted`}
      facts={facts}
      calls={[{ do: 'monitor.delete', host }]}
      gap={null}
      onClose={onClose}
    />
  );
}
