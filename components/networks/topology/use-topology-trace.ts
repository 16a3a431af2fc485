'use client';
/** Which box of the topology is followed, and what is linked to it. */
import { useMemo } from 'react';
import { type BoxSelection, useBoxSelection } from '@/components/drawing/use-box-selection';
import type { Topology } from '@/lib/domain/network/topology';
import { NOT_TRACED, type TopologyTrace, traceBox } from '@/lib/domain/network/topology-look';
import { useParams } from '@/lib/url/use-params';
import { TOPOLOGY_PARAMS } from './topology-params';

export type TopologySelection = BoxSelection & { trace: TopologyTrace };

export function useTopologyTrace(topology: Topology): TopologySelection {
  const [{ trace: pinned }] = useParams(TOPOLOGY_PARAMS);
  const selection = useBoxSelection(pinned);
  const { start } = selection;
  const trace = useMemo(() => (start === null ? NOT_TRACED : traceBox(topology, start)), [topology, start]);
  return { ...selection, trace };
}
