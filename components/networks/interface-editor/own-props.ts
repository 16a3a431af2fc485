import type { Interface } from '@/lib/domain/network/interface';
import type { InterfaceFacts } from '@/lib/domain/network/interface-facts';

/** What a sheet about one interface is given. */
export type OwnProps = { facts: InterfaceFacts; own: Interface; onClose: () => void };
