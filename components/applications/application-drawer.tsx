'use client';
/** One application in full: how far it is, what it consists of, and what can be done with it. */
import { Facts, Part, Said } from '@/components/ui/details';
import { Drawer } from '@/components/ui/drawer';
import { KvRow } from '@/components/ui/kv';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import { type Application, isWorking, moodOf } from '@/lib/domain/application/application';
import { DEEDS } from '@/lib/domain/application/application-calls';
import { nextDeed } from '@/lib/domain/application/application-rules';
import { ApplicationGlyph, StatusWords } from './application-look';
import { ApplicationProgress } from './application-progress';
import { ChartList } from './chart-list';
import { DeedButton } from './deed-button';

type Props = { name: string; one: Application | undefined; onClose: () => void };

export function ApplicationDrawer({ name, one, onClose }: Props) {
  if (!one) {
    return (
      <Drawer beside title={<span className="mono">{name}</span>} onClose={onClose}>
        <Note tone="unknown" title="This application is not in the list.">
          It was deleted, or it never was one of this cloud.
        </Note>
      </Drawer>
    );
  }
  return (
    <Drawer
      beside
      title={
        <span className="flex min-w-0 items-center gap-2">
          <ApplicationGlyph one={one} />
          <span className="mono min-w-0 [overflow-wrap:anywhere]">{one.name}</span>
        </span>
      }
      onClose={onClose}
      footer={DEEDS.map((deed) => (
        <DeedButton key={deed} deed={deed} one={one} primary={deed === nextDeed(one)} />
      ))}
    >
      {(isWorking(one) || moodOf(one) === 'failed') && <ApplicationProgress one={one} />}
      <Part title="Application">
        <Facts>
          <KvRow term="State">
            <StatusWords one={one} />
          </KvRow>
          <KvRow term="Version">
            <Said>{one.version}</Said>
          </KvRow>
          <KvRow term="Active">{one.active === null ? 'Unknown' : one.active ? 'Yes' : 'No'}</KvRow>
          <KvRow term="Manifest">
            <Said>{one.manifest}</Said>
          </KvRow>
          <KvRow term="Manifest file">
            <Said>{one.manifestFile}</Said>
          </KvRow>
          {/* The list of all tells no dates, as it was recorded. */}
          {one.createdAt !== null && (
            <KvRow term="Uploaded">
              <Time at={one.createdAt} form="full" />
            </KvRow>
          )}
          {one.updatedAt !== null && (
            <KvRow term="State since">
              <Time at={one.updatedAt} form="full" />
            </KvRow>
          )}
        </Facts>
      </Part>
      <ChartList application={one.name} />
    </Drawer>
  );
}
