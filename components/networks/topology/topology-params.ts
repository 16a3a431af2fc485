/** What the address says of the topology: the way to look, how hosts are drawn, which of them, and the box that is followed. */
import type { TopologyFilter } from '@/lib/domain/network/topology-look';
import { oneOf, type ParamValues, textParam } from '@/lib/url/params';

export const TOPOLOGY_PARAMS = {
  show: oneOf(['drawing', 'table']).withDefault('drawing'),
  hosts: oneOf(['grouped', 'each']),
  trace: textParam,
  q: textParam,
  personality: textParam,
  state: textParam,
  network: textParam,
  alarms: oneOf(['active']),
};

const listed = (word: string | null): string[] => (word === null ? [] : [word]);

export const filterOf = (params: ParamValues<typeof TOPOLOGY_PARAMS>): TopologyFilter => ({
  q: params.q ?? '',
  personality: listed(params.personality),
  condition: listed(params.state),
  network: listed(params.network),
  alarms: params.alarms !== null,
});
