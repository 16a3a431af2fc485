/** The places of the room of networks. */
import { PlaceTabLinks, PlaceTabs } from '@/components/shell/place-tabs';

const PLACES = [
  { href: '/networks', label: 'Platform networks' },
  { href: '/networks/pools', label: 'Address pools' },
  { href: '/networks/data', label: 'Data networks' },
  { href: '/networks/topology', label: 'Topology' },
  { href: '/networks/copy', label: 'Copy a layout' },
] as const;

export const NetworkTabs = () => <PlaceTabs label="Networks" places={PLACES} />;
export const NetworkTabLinks = () => <PlaceTabLinks places={PLACES} />;
