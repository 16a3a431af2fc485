/** Views of devices: images of FPGAs, labels of devices, and what became of each image. */
import 'server-only';
import { isWriting } from '@/lib/domain/device/device-image';
import { getDeviceImages } from '@/lib/stx/sysinv/devices/device-images';
import { none, view } from './view';

export const deviceViews = {
  /** Of the whole cloud, in three requests: followed closely while an image is being written. */
  deviceImages: view({
    params: none,
    load: (connection) => getDeviceImages(connection),
    pace: ({ states }) => (states.some(isWriting) ? 'fast' : 'minute'),
  }),
};
