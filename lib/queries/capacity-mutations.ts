/** Changes to cores, memory and the kernel of a host from the browser: sent once, each step shown as it comes. */
import { changeCapacity } from '@/lib/actions/capacity';
import type { CapacityCall } from '@/lib/domain/capacity/calls';
import { hostSender } from './step-run';

export const sendCapacityCalls = hostSender<CapacityCall>(changeCapacity, 'resources');
