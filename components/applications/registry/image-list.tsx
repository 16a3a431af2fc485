'use client';
/** Every image in the cloud's own registry, by name; its tags are read when it is opened. */
import { Container } from 'lucide-react';
import { ApplicationTabLinks } from '@/components/shell/application-tabs';
import { DataTable } from '@/components/table/data-table';
import { oddRows } from '@/components/table/odd-rows';
import { EmptyState } from '@/components/ui/empty-state';
import { laterPart } from '@/components/ui/later-part';
import { NotRead } from '@/components/ui/not-read';
import { MOST_IMAGES, type RegistryImage } from '@/lib/domain/registry/image';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { useOpenRow } from '@/lib/url/open-row';
import { IMAGE_COLUMNS, ImageCard } from './image-columns';
import { RegistryButton } from './registry-button';

const ImageDrawer = laterPart(async () => (await import('./image-drawer')).ImageDrawer);

const keyOf = ({ name }: RegistryImage) => name;
const SORT = { id: 'name', desc: false };
const GARBAGE = { do: 'collect-garbage' } as const;

export function ImageList() {
  const seen = useView('registryImages', {});
  const rows = seen?.data?.images;
  const [openKey, setOpen] = useOpenRow();
  return (
    <DataTable
      id="registry-images"
      noun={{ one: 'image', many: 'images' }}
      heading="Registry"
      lead={
        rows && rows.length >= MOST_IMAGES && `The platform lists ${MOST_IMAGES} at most: there may be more`
      }
      places={<ApplicationTabLinks />}
      actions={<RegistryButton call={GARBAGE}>Collect garbage…</RegistryButton>}
      columns={IMAGE_COLUMNS}
      rows={rows}
      rowKey={keyOf}
      rowLabel={keyOf}
      defaultSort={SORT}
      searchPlaceholder="Name"
      detail
      onOpen={(row) => setOpen(keyOf(row))}
      card={(row) => <ImageCard image={row} />}
      {...oddRows(seen?.data?.unreadable)}
      stale={isStale(seen, serverNow())}
      failed={seen?.error && <NotRead title="The registry could not be read" error={seen.error} />}
      empty={
        <EmptyState icon={<Container aria-hidden />} title="No images are listed">
          The registry is empty, or it gave the platform no list: the platform says the same of both.
        </EmptyState>
      }
      aside={
        openKey !== null &&
        rows && (
          <ImageDrawer
            key={openKey}
            name={openKey}
            image={rows.find(({ name }) => name === openKey)}
            onClose={() => setOpen(null)}
          />
        )
      }
    />
  );
}
