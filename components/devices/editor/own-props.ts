import type { DeviceFacts } from '@/lib/domain/device/device-rules';

/** A sheet about one thing. */
export type OwnProps<T> = { facts: DeviceFacts; own: T; onClose: () => void };
