'use client';
/** What the page is for. */
import { PageHeader } from '@/components/shell/page';
import { useParams } from '@/lib/url/use-params';
import { NetworkTabs } from '../network-tabs';
import { COPY_PARAMS } from './copy-params';

export function CopyHead() {
  const [{ from }] = useParams(COPY_PARAMS);
  return (
    <>
      <PageHeader
        title={from === null ? 'Copy a network layout' : `Copy the network layout of ${from}`}
        lead="Bonds, VLANs, virtual functions, classes, MTU and networks of one host, proposed for others. Each difference can be left out before anything is sent."
      />
      <NetworkTabs />
    </>
  );
}
