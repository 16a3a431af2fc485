import { expect, it } from 'vitest';
import { controllerFilesystemAt, filesystemAt, mountsOf } from './mounts';

it.each([
  ['/', 'root', null],
  ['/var/log', 'log', null],
  ['/var/rootdirs/scratch', 'scratch', null],
  ['/var/rootdirs/opt/backups', 'backup', null],
  ['/var/lib/nova/instances', 'instances', null],
  ['/opt/platform', null, 'platform'],
  ['/var/rootdirs/opt/etcd', null, 'etcd'],
  ['/var/rootdirs', null, null],
  ['/nowhere', null, null],
])('%s', (mount, host, controllers) => {
  expect([filesystemAt(mount), controllerFilesystemAt(mount)]).toEqual([host, controllers]);
});

it('says where a filesystem is mounted', () => {
  expect(mountsOf('docker')).toEqual(['/var/lib/docker']);
  expect(mountsOf('something')).toEqual([]);
});
