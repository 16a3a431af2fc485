/** Every page, and every state of it that a person meets, for what must hold on all of them. */
import { ACCOUNT } from './account';
import { ADD_HOST } from './add-host';
import { ALARMS } from './alarms';
import { APPLICATIONS } from './applications';
import { BULK } from './bulk';
import { CAPACITY } from './capacity';
import { CLOCKS } from './clocks';
import { DECLARATIVE } from './declarative';
import { DEVICES } from './devices';
import { HOSTS } from './hosts';
import { KUBERNETES } from './kubernetes';
import { NETWORKS } from './networks';
import type { Place } from './place';
import { PLATFORM } from './platform';
import { PROVISION } from './provision';
import { SENSORS } from './sensors';
import { STORAGE } from './storage';

export const PLACES: readonly Place[] = [
  ...ACCOUNT,
  ...PLATFORM,
  ...HOSTS,
  ...SENSORS,
  ...CAPACITY,
  ...DEVICES,
  ...BULK,
  ...DECLARATIVE,
  ...ALARMS,
  ...CLOCKS,
  ...NETWORKS,
  ...APPLICATIONS,
  ...KUBERNETES,
  ...STORAGE,
  ...PROVISION,
  ...ADD_HOST,
];
