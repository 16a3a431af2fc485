/** Changes to the filesystems of a host, each one request to sysinv (api/controllers/v1/host_fs.py). They are meant by name. */
import { shellQuote } from '../../host-action-cli';
import type { StepsOf } from '../../steps';
import type { HostFs } from '../filesystem';
import { changedSizes, type FsSize, sizesCli, sizesWords, withSizes } from '../fs-size';

export type HostFsCall =
  /** All that are resized in one request. */
  | { do: 'hostfs.resize'; sizes: readonly FsSize[] }
  | { do: 'hostfs.add'; name: string; sizeGib: number }
  | { do: 'hostfs.delete'; name: string }
  /** What Ceph by Rook does in filesystem `ceph`. */
  | { do: 'hostfs.functions'; functions: readonly string[] };

export type HostFsJob =
  | { job: 'resize' }
  | { job: 'add' }
  | { job: 'delete'; name: string }
  | { job: 'functions' };

/** The one filesystem that has functions (constants.FILESYSTEM_NAME_CEPH). */
export const CEPH_FS = 'ceph';

export function hostFsTitle(call: HostFsCall): string {
  switch (call.do) {
    case 'hostfs.resize':
      return `Resize ${sizesWords(call.sizes)}`;
    case 'hostfs.add':
      return `Add filesystem ${call.name} of ${call.sizeGib} GiB`;
    case 'hostfs.delete':
      return `Delete filesystem ${call.name}`;
    case 'hostfs.functions':
      return `Functions of filesystem ${CEPH_FS}: ${call.functions.join(', ') || 'none'}`;
  }
}

/** The `system …` command (cgts-client v1/host_fs_shell.py). */
export function hostFsCli(call: HostFsCall, hostname: string): string {
  const host = shellQuote(hostname);
  switch (call.do) {
    case 'hostfs.resize':
      return `system host-fs-modify ${host} ${sizesCli(call.sizes)}`;
    case 'hostfs.add':
      return `system host-fs-add ${host} ${call.name}=${call.sizeGib}`;
    case 'hostfs.delete':
      return `system host-fs-delete ${host} ${shellQuote(call.name)}`;
    case 'hostfs.functions':
      return `system host-fs-modify ${host} ${CEPH_FS} --functions=${call.functions.join(',')}`;
  }
}

export type HostFilesystems = { filesystems: readonly HostFs[] };

const named = ({ filesystems }: HostFilesystems, name: string) =>
  filesystems.find((one) => one.name === name);
const sameWords = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join() === other.toSorted().join();

function remaining(call: HostFsCall, state: HostFilesystems): HostFsCall | null {
  switch (call.do) {
    case 'hostfs.resize': {
      const sizes = changedSizes(call.sizes, state.filesystems);
      return sizes.length > 0 ? { ...call, sizes } : null;
    }
    case 'hostfs.add':
      return named(state, call.name)?.sizeGib === call.sizeGib ? null : call;
    case 'hostfs.delete':
      return named(state, call.name) ? call : null;
    case 'hostfs.functions':
      return sameWords(named(state, CEPH_FS)?.functions ?? [], call.functions) ? null : call;
  }
}

function after(call: HostFsCall, { filesystems }: HostFilesystems): HostFilesystems {
  switch (call.do) {
    case 'hostfs.resize':
      return { filesystems: withSizes(filesystems, call.sizes) };
    case 'hostfs.add': {
      const { name, sizeGib } = call;
      const made: HostFs = {
        ...{ id: '', hostId: null, name, sizeGib, logicalVolume: null, state: 'Creating', functions: [] },
      };
      return { filesystems: [...filesystems, made] };
    }
    case 'hostfs.delete':
      return { filesystems: filesystems.filter(({ name }) => name !== call.name) };
    case 'hostfs.functions':
      return {
        filesystems: filesystems.map((one) =>
          one.name === CEPH_FS ? { ...one, functions: call.functions } : one,
        ),
      };
  }
}

/** What was grown does not shrink again, and what is being made cannot be deleted. Functions are set back. */
function inverse(call: HostFsCall, before: HostFilesystems): HostFsCall | null {
  return call.do === 'hostfs.functions'
    ? { ...call, functions: named(before, CEPH_FS)?.functions ?? [] }
    : null;
}

export const hostFsSteps: StepsOf<HostFsCall, HostFilesystems> = {
  ...{ remaining, inverse, after },
  partOf: () => null,
};
