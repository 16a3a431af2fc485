/** What the address says of a copy: from which host, to which, and how ports stand for each other. */
import { MAP_WAYS } from '@/lib/domain/network/copy/ports';
import { listOf, oneOf, textParam } from '@/lib/url/params';

export const COPY_PARAMS = {
  /** Hostname or uuid. */
  from: textParam,
  /** The same, of each. */
  to: listOf(textParam),
  by: oneOf(MAP_WAYS).withDefault('name'),
};

/** More than these at once nobody looks over. */
export const MOST_TARGETS = 200;
