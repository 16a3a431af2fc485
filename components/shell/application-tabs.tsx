/** The places of the room of applications. Several domains live in it, none of which knows another. */
import { PlaceTabLinks, PlaceTabs } from './place-tabs';

const PLACES = [
  { href: '/applications', label: 'Applications' },
  { href: '/applications/kubernetes', label: 'Kubernetes' },
  { href: '/applications/registry', label: 'Registry' },
] as const;

export const ApplicationTabs = () => <PlaceTabs label="Applications" places={PLACES} />;
export const ApplicationTabLinks = () => <PlaceTabLinks places={PLACES} />;
