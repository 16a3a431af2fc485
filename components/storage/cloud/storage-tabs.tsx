/** The places of the room of storage. */
import { PlaceTabLinks, PlaceTabs } from '@/components/shell/place-tabs';

const PLACES = [
  { href: '/storage', label: 'Overview' },
  { href: '/storage/groups', label: 'Volume groups' },
  { href: '/storage/osds', label: 'OSDs' },
] as const;

export const StorageTabs = () => <PlaceTabs label="Storage" places={PLACES} />;
export const StorageTabLinks = () => <PlaceTabLinks places={PLACES} />;
