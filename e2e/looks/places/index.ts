/** Every page, and every state of it that a person meets, for what must hold on all of them. */
import { ACCOUNT } from './account';
import { ALARMS } from './alarms';
import { APPLICATIONS } from './applications';
import { CLOCKS } from './clocks';
import { HOSTS } from './hosts';
import { NETWORKS } from './networks';
import type { Place } from './place';
import { PLATFORM } from './platform';
import { STORAGE } from './storage';

export const PLACES: readonly Place[] = [
  ...ACCOUNT,
  ...PLATFORM,
  ...HOSTS,
  ...ALARMS,
  ...CLOCKS,
  ...NETWORKS,
  ...APPLICATIONS,
  ...STORAGE,
];
