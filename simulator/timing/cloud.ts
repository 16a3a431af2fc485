/** What the clocks need to know of the cloud that they are part of. */
import type { World } from '../kernel/world';

export type Cloud = Pick<World, 'name' | 'clock' | 'fm' | 'sysinv'>;
