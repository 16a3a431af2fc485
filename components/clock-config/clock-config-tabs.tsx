/** The lists of the room of clocks that are about configuration. */
import { PlaceTabLinks, PlaceTabs } from '@/components/shell/place-tabs';

const PLACES = [
  { href: '/clocks', label: 'Clocks' },
  { href: '/clocks/instances', label: 'PTP instances' },
  { href: '/clocks/ntp', label: 'NTP and sources' },
] as const;

export const ClockConfigTabs = () => <PlaceTabs label="Clocks" places={PLACES} />;
export const ClockConfigTabLinks = () => <PlaceTabLinks places={PLACES} />;
