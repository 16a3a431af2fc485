/**
 * Addresses of the Storage tab of a host: `/hosts/NAME/storage?open=KIND:WHAT` opens one thing there. WHAT is its uuid or what a
 * person calls it, so that others may link without having read it:
 *
 * | kind      | what, besides the uuid                                        |
 * |-----------|---------------------------------------------------------------|
 * | disk      | `/dev/sdb`, `sdb`, its path `/dev/disk/by-path/…`, its serial  |
 * | partition | `/dev/sdb1`, `sdb1`, its path                                  |
 * | pv        | its name, `/dev/sdb1`, `sdb1`                                  |
 * | vg        | `cgts-vg`                                                     |
 * | osd       | its number: `3`, `osd.3`                                      |
 * | journal   | nothing                                                       |
 * | fs        | `docker`, or where it is mounted: `/var/lib/docker`            |
 *
 * `keyMeant` reads them. Every page with alarms has this file: nothing else is imported here.
 */
export const ROW_KINDS = ['disk', 'partition', 'pv', 'vg', 'osd', 'journal', 'fs'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** The key of a row in tables, drawing and address. @param what uuid or name */
export const rowKey = (kind: RowKind, what: string): string => `${kind}:${what}`;

/** @param host hostname, or uuid */
export const storageHref = (host: string, open?: { kind: RowKind; what: string }): string =>
  `/hosts/${encodeURIComponent(host)}/storage${
    open ? `?open=${encodeURIComponent(rowKey(open.kind, open.what)).replaceAll(/%(3A|2F)/g, unescaped)}` : ''
  }`;

// These need no escape in a query (RFC 3986, section 3.4).
const unescaped = (_: string, code: string): string => (code === '3A' ? ':' : '/');
