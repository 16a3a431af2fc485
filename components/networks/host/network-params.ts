/** What the address says of a host's network besides what its table does: the way to look, the box whose way is followed. */
import { oneOf, textParam } from '@/lib/url/params';

export const NETWORK_PARAMS = {
  show: oneOf(['lanes', 'table']).withDefault('lanes'),
  trace: textParam,
  q: textParam,
};
