/** Views that only those who change clocks ask for. */
import 'server-only';
import { z } from 'zod';
import { listHostInterfaces } from '@/lib/stx/sysinv/host-interfaces';
import { view } from './view';

export const clockConfigViews = {
  /** Interfaces of one host, to choose from. */
  hostInterfaces: view({
    params: z.strictObject({ hostId: z.uuid() }),
    load: (connection, { hostId }) => listHostInterfaces(connection, hostId),
    pace: () => 'minute',
  }),
};
