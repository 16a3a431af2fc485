/** What the address says of a comparison. A file is not in it: it stays in this browser. */
import { oneOf, textParam } from '@/lib/url/params';

export const COMPARE_PARAMS = {
  /** Hostname or uuid, of each. */
  left: textParam,
  right: textParam,
  /** What the left host is held against. */
  with: oneOf(['host', 'file']).withDefault('host'),
  view: oneOf(['lines', 'text']).withDefault('lines'),
  show: oneOf(['differences', 'all']).withDefault('differences'),
};
