/** Addresses and routes of one host: sysinv `/v1/ihosts/{uuid}/addresses` and `/routes` (api/controllers/v1/address.py, route.py). */
import 'server-only';
import { z } from 'zod';
import type { Address, Route } from '@/lib/domain/network/address';
import { flag, number, readRows, text } from '../../decode';

const addressWire = z.object({
  uuid: z.string(),
  /** In an item alone. */
  interface_uuid: text,
  ifname: text,
  address: z.string(),
  prefix: number,
  enable_dad: flag,
  pool_uuid: text,
});

/** Decodes rows of `/v1/addresses`. */
export const decodeAddresses = (rows: readonly unknown[]) =>
  readRows(
    rows,
    addressWire,
    (row): Address => ({
      ...{ id: row.uuid, interfaceId: row.interface_uuid, interface: row.ifname },
      ...{ address: row.address, prefix: row.prefix },
      ...{ duplicateDetection: row.enable_dad, poolId: row.pool_uuid },
    }),
    ['address', 'ifname'],
  );

const routeWire = z.object({
  uuid: z.string(),
  interface_uuid: text,
  ifname: text,
  network: z.string(),
  prefix: number,
  gateway: text,
  metric: number,
});

/** Decodes rows of `/v1/routes`. */
export const decodeRoutes = (rows: readonly unknown[]) =>
  readRows(
    rows,
    routeWire,
    (row): Route => ({
      ...{ id: row.uuid, interfaceId: row.interface_uuid, interface: row.ifname },
      ...{ network: row.network, prefix: row.prefix, gateway: row.gateway, metric: row.metric },
    }),
    ['network', 'ifname'],
  );
