'use client';
/** Growing several filesystems of the controllers in one save. */
import { Note } from '@/components/ui/note';
import { hostName } from '@/lib/domain/host';
import type { HostFilesystem } from '@/lib/domain/host-parts';
import { allowed } from '@/lib/domain/result';
import {
  backupNeedsGib,
  controllerFsSizeVerdict,
  controllerGrowthGib,
  controllerRooms,
  DOUBLED,
  lowestGib,
} from '@/lib/domain/storage/cloud/controller-fs-rules';
import { controllersOf, type StorageState } from '@/lib/domain/storage/cloud/storage-state';
import type { ControllerFs } from '@/lib/domain/storage/filesystem';
import type { Seen } from '@/lib/queries/seen';
import { useViews } from '@/lib/queries/view';
import { RoomLine, resizing, SizeFields, useTypedSizes } from '../filesystems/size-fields';
import { StorageSheet } from './storage-sheet';

const BACKUP = 'backup';

export function ControllerFsSheet({ facts: known, onClose }: { facts: StorageState; onClose: () => void }) {
  const controllers = controllersOf(known.hosts);
  const seen = useViews(
    'hostFilesystems',
    controllers.map(({ id }) => ({ hostId: id })),
  );
  const facts: StorageState = { ...known, backupGib: backups(controllers.map(hostName), seen) };
  const [typed, setTyped] = useTypedSizes();
  const all = facts.storage.controllerFilesystems;
  const { sizes, form } = resizing(all, typed);
  const growth = controllerGrowthGib(sizes, all);
  const rooms = controllerRooms(facts);
  const needs = backupNeedsGib(sizes, all);
  const judge = (name: string, sizeGib: number) => {
    const fs = all.find((one) => one.name === name);
    return fs ? controllerFsSizeVerdict(fs, sizeGib, all) : allowed;
  };
  return (
    <StorageSheet
      title="Resize filesystems of the controllers"
      sentence="They only ever grow. Those on both controllers are grown by DRBD, one controller after the other: until that is done no other can be resized, and the configuration is out of date, with an alarm."
      {...form}
      done="Filesystems of the controllers are being resized"
      facts={facts}
      calls={sizes.length > 0 ? [{ do: 'controllerfs.resize', sizes }] : []}
      onClose={onClose}
    >
      {(run) => (
        <>
          <SizeFields
            lines={all.map((fs) => ({ ...fs, help: helpOf(fs) }))}
            {...{ typed, judge, run, sizes }}
            onChange={setTyped}
          />
          {rooms.map(({ hostname, freeGib }) => (
            <RoomLine key={hostname} place={`cgts-vg of ${hostname}`} growthGib={growth} freeGib={freeGib} />
          ))}
          {rooms.length > 1 && lowestGib(rooms) !== null && (
            <p className="text-small text-ink-3">The controller with less room counts.</p>
          )}
          <Note tone="info">
            Filesystem <span className="mono">{BACKUP}</span> of each controller has to hold platform and
            database with 5 GiB to spare: {needs === null ? 'unknown' : `${needs} GiB`}.{' '}
            {controllers
              .map((host) => `${hostName(host)} has ${wordsOf(facts.backupGib[hostName(host)])}`)
              .join(', ')}
            .
          </Note>
        </>
      )}
    </StorageSheet>
  );
}

const wordsOf = (gib: number | undefined): string => (gib === undefined ? 'an unknown size' : `${gib} GiB`);

const helpOf = ({ name, replicated, status }: ControllerFs): string =>
  [
    replicated ? 'On both by DRBD' : 'Not replicated',
    ...(name === DOUBLED ? ['takes twice its size'] : []),
    ...(status === null ? ['state unknown'] : status === 'available' ? [] : [status.replaceAll('_', ' ')]),
  ].join(', ');

type Read = readonly (Seen<{ rows: readonly HostFilesystem[] }> | undefined)[];

/** Sizes of filesystem backup by hostname; what could not be read is missing. */
function backups(names: readonly string[], seen: Read): Record<string, number> {
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const gib = seen[index]?.data?.rows.find((one) => one.name === BACKUP)?.sizeGib ?? null;
      return gib === null ? [] : [[name, gib]];
    }),
  );
}
