/** Views of the sensors of a host. */
import 'server-only';
import { z } from 'zod';
import { listPart } from '@/lib/stx/sysinv/host-parts';
import { sensorGroups, sensors } from '@/lib/stx/sysinv/sensors';
import { type Pace, view } from './view';

const ofHost = z.strictObject({ hostId: z.uuid() });
/** An empty list may be one that is being learnt. */
const pace = ({ rows }: { rows: readonly unknown[] }): Pace => (rows.length === 0 ? 'slow' : 'minute');

export const sensorViews = {
  hostSensors: view({
    params: ofHost,
    load: (connection, { hostId }) => listPart(connection, hostId, sensors),
    pace,
  }),
  hostSensorGroups: view({
    params: ofHost,
    load: (connection, { hostId }) => listPart(connection, hostId, sensorGroups),
    pace,
  }),
};
