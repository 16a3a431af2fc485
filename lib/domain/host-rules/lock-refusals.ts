/** Refusals of a lock and of a swact (sysinv api/controllers/v1/host.py check_lock, check_swact and what they call). */
import { page, type RefusalRow, STORAGE, wait } from './refusal-row';

export const LOCK_REFUSALS: readonly RefusalRow[] = [
  {
    id: 'unlocked',
    title: 'The host is locked already',
    says: /^Avoiding '?(force-)?(unsafe-)?lock'? action on already/,
  },
  {
    id: 'backup',
    title: 'A backup is in progress',
    says: /during 'backup in progress'/,
    wayOut: wait('Wait for the backup'),
  },
  {
    id: 'active-controller',
    title: 'This is the active controller',
    says: /Rejected: Can not lock an active controller/,
  },
  {
    id: 'deploy',
    title: 'Software is being deployed',
    says: /^host-lock .* is not allowed during upgrade state/,
  },
  {
    id: 'osds',
    title: 'OSDs are being configured',
    says: /Can not lock a controller with storage devices in/,
    wayOut: STORAGE,
  },
  { id: 'storage-locked', title: 'Storage hosts are locked', says: /when storage nodes are locked/ },
  {
    id: 'recovery',
    title: 'Ceph is recovering data',
    says: /^PGs in recovery state/,
    wayOut: wait('Wait for the recovery'),
  },
  { id: 'sole-provider', title: 'A service runs here alone', says: /will result service outage/ },
];

export const SWACT_REFUSALS: readonly RefusalRow[] = [
  {
    id: 'controller',
    title: 'The host is no controller',
    says: /^Swact action not allowed for non controller host/,
  },
  { id: 'unlocked', title: 'The controller is locked', says: /^Controller is Locked ; No services to Swact/ },
  {
    id: 'duplex',
    title: 'A simplex has no other controller',
    says: /^Swact action not allowed for a simplex/,
  },
  {
    id: 'peer-enabled',
    title: 'The other controller is not enabled',
    says: /Standby controller must be {1,2}operationally enabled/,
  },
  {
    id: 'peer-degraded',
    title: 'The other controller is degraded',
    says: /has degraded availability status/,
  },
  {
    id: 'peer-worker',
    title: 'The worker function of the other controller is not enabled',
    says: /^.* subfunction is not enabled/,
  },
  { id: 'peer-locking', title: 'The other controller is being locked', says: /is currently being locked/ },
  {
    id: 'rootca',
    title: 'A phase of the Kubernetes root CA update is running',
    says: /while kubernetes root ca update phase/,
    wayOut: wait('Wait for the phase'),
  },
  {
    id: 'peer-config',
    title: 'The other controller has not taken up its configuration',
    says: /target Config .* not yet applied/,
  },
  {
    id: 'controllerfs',
    title: 'A filesystem is being resized',
    says: /^drbd .* is resizing/,
    wayOut: wait('Wait for the filesystem'),
  },
  {
    id: 'apps',
    title: 'An application is being applied',
    says: /^Swact action not allowed\. .* apply is in progress/,
    wayOut: page('applications', 'Open applications'),
  },
];
