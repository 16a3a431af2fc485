'use client';
/** One application in full: how far it is, what it consists of, and what can be done with it. */
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-class';
import { Facts, Part, Said } from '@/components/ui/details';
import { Drawer } from '@/components/ui/drawer';
import { KvRow } from '@/components/ui/kv';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import type { Application } from '@/lib/domain/application/application';
import { DEEDS } from '@/lib/domain/application/application-calls';
import { nextDeed } from '@/lib/domain/application/application-rules';
import type { LastWork } from '@/lib/domain/application/last-work';
import { useView } from '@/lib/queries/view';
import { ApplicationGlyph, StatusWords } from './application-look';
import { ApplicationProgress } from './application-progress';
import { ChartList } from './chart-list';
import { DeedButton } from './deed-button';
import { NeedsApply, useNeedsApply } from './needs-apply';
import { applicationHref } from './page-params';

type Props = {
  name: string;
  one: Application | undefined;
  /** What was last told of it before it failed. */
  last: LastWork | undefined;
  onClose: () => void;
};

export function ApplicationDrawer({ name, one, last, onClose }: Props) {
  const pending = useNeedsApply(name);
  // The list of all tells no dates, as it was recorded.
  const dates = useView('applicationDates', { application: name, status: one?.status ?? '' })?.data;
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
      footer={
        <>
          <Link className={buttonClass()} href={applicationHref(one.name)}>
            Open
          </Link>
          {DEEDS.map((deed) => (
            <DeedButton key={deed} deed={deed} one={one} primary={deed === nextDeed(one)} />
          ))}
        </>
      }
    >
      {pending && (
        <p className="mb-3">
          <NeedsApply change={pending} full />
        </p>
      )}
      <ApplicationProgress one={one} last={last} />
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
          <KvRow term="Uploaded">
            <Time at={dates?.createdAt ?? one.createdAt} form="full" />
          </KvRow>
          <KvRow term="State since">
            <Time at={dates?.updatedAt ?? one.updatedAt} form="full" />
          </KvRow>
        </Facts>
      </Part>
      <ChartList application={one.name} />
    </Drawer>
  );
}
