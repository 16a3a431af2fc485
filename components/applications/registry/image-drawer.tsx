'use client';
/** One image: what is known of it, and its tags, each of which can be deleted. */
import { Facts, Part, Said } from '@/components/ui/details';
import { Drawer } from '@/components/ui/drawer';
import { KvRow } from '@/components/ui/kv';
import { Note } from '@/components/ui/note';
import { OddRows } from '@/components/ui/odd-rows';
import { SkeletonBlock } from '@/components/ui/skeleton';
import type { RegistryImage } from '@/lib/domain/registry/image';
import { formatCounted } from '@/lib/format/number';
import { useView } from '@/lib/queries/view';
import { RegistryButton } from './registry-button';

type Props = { name: string; image: RegistryImage | undefined; onClose: () => void };

export function ImageDrawer({ name, image, onClose }: Props) {
  return (
    <Drawer
      beside
      title={<span className="mono min-w-0 [overflow-wrap:anywhere]">{name}</span>}
      onClose={onClose}
    >
      {image ? (
        <>
          <Tags image={name} />
          <Part title="Image">
            <Facts>
              <KvRow term="Registry in its name">
                {image.from === null ? (
                  <span className="text-ink-3">Not said</span>
                ) : (
                  <Said>{image.from}</Said>
                )}
              </KvRow>
              <KvRow term="Size">
                <span className="text-unk-fg">Unknown. The platform does not tell it</span>
              </KvRow>
              <KvRow term="Used by">
                <span className="text-unk-fg">Unknown. No source reports it</span>
              </KvRow>
            </Facts>
          </Part>
        </>
      ) : (
        <Note tone="unknown" title="This image is not in the list.">
          It never was in this registry, or the platform lists it no more.
        </Note>
      )}
    </Drawer>
  );
}

function Tags({ image }: { image: string }) {
  const seen = useView('registryTags', { image });
  const tags = seen?.data?.tags;
  const odd = seen?.data?.unreadable ?? [];
  return (
    <Part title={tags ? formatCounted(tags.length, 'tag') : 'Tags'}>
      {seen?.error && (
        <p className="text-unk-fg">
          {tags ? 'Could not be read again.' : 'Unknown.'}{' '}
          <span className="mono [overflow-wrap:anywhere]">{seen.error.message}</span>
        </p>
      )}
      {!seen && <SkeletonBlock className="h-12" />}
      {tags?.length === 0 && (
        <p className="text-ink-3">
          The platform lists none. They were deleted, after which the name stays, or the registry gave no
          list.
        </p>
      )}
      {tags && tags.length > 0 && (
        <ul aria-label={`Tags of ${image}`}>
          {tags.map((tag) => (
            <li
              key={tag}
              className="flex min-h-9 items-center gap-3 border-line border-t py-1 first:border-t-0"
            >
              <span className="mono min-w-0 flex-1 [overflow-wrap:anywhere]">{tag}</span>
              <RegistryButton
                variant="danger"
                call={{ do: 'delete-tag', image, tag }}
                aria-label={`Delete ${tag}…`}
              >
                Delete…
              </RegistryButton>
            </li>
          ))}
        </ul>
      )}
      {odd.length > 0 && (
        <OddRows
          title={`${formatCounted(odd.length, 'tag')} cannot be read.`}
          rows={odd.map(({ name, why }, index) => ({ key: `row-${index}`, what: 'Tag', name, why }))}
        >
          They are missing above.
        </OddRows>
      )}
    </Part>
  );
}
