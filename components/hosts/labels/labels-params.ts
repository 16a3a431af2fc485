/** What the address says of labels: of which hosts, on which paper, from which place of the first sheet on. */
import { listOf, oneOf, param, textParam } from '@/lib/url/params';

export const SHEETS = ['24', '21', '8', 'single'] as const;
export type SheetFormat = (typeof SHEETS)[number];

const countOf = (most: number) =>
  param<number>((text) => {
    const count = Number(text);
    return Number.isInteger(count) && count >= 1 && count <= most ? count : null;
  }, String);

/** More labels than these are not drawn at once. */
export const MOST_LABELS = 480;

export const LABEL_PARAMS = {
  /** Hostnames or uuids; absent: all. */
  hosts: listOf(textParam),
  /** A piece of a name, a serial number, a MAC address or a location. */
  q: textParam,
  sheet: oneOf(SHEETS).withDefault('24'),
  /** Place of the first label, from 1: a sheet may be half used. */
  start: countOf(24).withDefault(1),
  /** So many labels to be filled in by hand, in place of hosts. */
  blank: countOf(MOST_LABELS),
};
