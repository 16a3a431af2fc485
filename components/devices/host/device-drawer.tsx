'use client';
/** One device in full: what it is, its VFs, what an FPGA runs, its labels and images. Fetched when the first is opened. */
import Link from 'next/link';
import { DetailDrawer, Facts, Part, Said } from '@/components/ui/details';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { KvRow } from '@/components/ui/kv';
import { imageName, labelWords, statusLook, statusWords } from '@/lib/domain/device/device-image';
import { deviceName, takesImages } from '@/lib/domain/device/device-kind';
import { changeDeviceVerdict, notWritingVerdict } from '@/lib/domain/device/device-rules';
import type { FpgaFacts, PciDevice } from '@/lib/domain/host-parts';
import { DeviceButton } from '../editor/device-button';
import { enabledWords, vfWords } from './device-columns';
import type { HostDevicesModel } from './use-host-devices';

type Props = { model: HostDevicesModel; own: PciDevice | undefined; onClose: () => void };

export function DeviceDrawer({ model, own, onClose }: Props) {
  if (!own) {
    return (
      <DetailDrawer title="Device" onClose={onClose}>
        <p className="text-unk-fg">This is not among what was read.</p>
      </DetailDrawer>
    );
  }
  const { host } = model;
  return (
    <DetailDrawer
      title={<span className="mono min-w-0 [overflow-wrap:anywhere]">{deviceName(own)}</span>}
      onClose={onClose}
      footer={
        <>
          <DeviceButton
            hostId={host.id}
            job={{ job: 'change-device', device: own.id }}
            verdict={changeDeviceVerdict(own, host)}
          >
            Change…
          </DeviceButton>
          {takesImages(own) && (
            <DeviceButton hostId={host.id} job={{ job: 'label-device', device: own.id }}>
              Label…
            </DeviceButton>
          )}
        </>
      }
    >
      <Part title="Device">
        <Facts>
          <Fact term="Address">{own.address}</Fact>
          <Fact term="Vendor">{own.vendor}</Fact>
          <Fact term="Device">{own.device}</Fact>
          <Fact term="Class">{own.kind}</Fact>
          <Fact term="IDs">
            {[own.vendorId, own.deviceId, own.classId].filter(Boolean).join(' ') || null}
          </Fact>
          {own.subsystem && <Fact term="Subsystem">{own.subsystem}</Fact>}
          <Fact term="NUMA node">{own.node}</Fact>
          <KvRow term="Driver">
            {own.driver === null ? <span className="text-ink-3">None</span> : <Said>{own.driver}</Said>}
          </KvRow>
          <Fact term="Workloads">{enabledWords(own)}</Fact>
          <Fact term="UUID">{own.id}</Fact>
        </Facts>
      </Part>
      {(own.totalVirtualFunctions ?? 0) > 0 && <Functions own={own} />}
      {takesImages(own) && own.fpga && <Fpga own={own.fpga} />}
      {takesImages(own) && <Labels model={model} own={own} />}
      {takesImages(own) && <Images model={model} own={own} />}
    </DetailDrawer>
  );
}

function Fact({ term, children }: { term: string; children: string | number | null }) {
  return (
    <KvRow term={term}>
      <Said>{children}</Said>
    </KvRow>
  );
}

function Functions({ own }: { own: PciDevice }) {
  return (
    <Part title="SR-IOV">
      <Facts>
        <Fact term="VFs">{vfWords(own)}</Fact>
        <Fact term="Driver of VFs">{own.virtualFunctionDriver}</Fact>
        {own.virtualFunctionAddresses.length > 0 && (
          <KvRow term="Addresses">
            <details>
              <summary className="link-quiet w-fit cursor-pointer max-md:min-h-11 max-md:content-center">
                {own.virtualFunctionAddresses.length} addresses
              </summary>
              <span className="mono [overflow-wrap:anywhere]">{own.virtualFunctionAddresses.join(', ')}</span>
            </details>
          </KvRow>
        )}
      </Facts>
      <p className="mt-1.5 text-small text-ink-3">
        This platform changes neither driver nor VFs of a device. For FEC the application{' '}
        <Link className="link mono" href="/applications/sriov-fec-operator" prefetch={false}>
          sriov-fec-operator
        </Link>{' '}
        does.
      </p>
    </Part>
  );
}

function Fpga({ own }: { own: FpgaFacts }) {
  return (
    <Part title="FPGA">
      <Facts>
        <Fact term="Boot page">{own.bootPage}</Fact>
        <Fact term="Bitstream">{own.bitstreamId}</Fact>
        <KvRow term="Root key">
          {own.rootKey === null ? <span className="text-ink-3">None</span> : <Said>{own.rootKey}</Said>}
        </KvRow>
        <KvRow term="Revoked keys">
          {own.revokedKeyIds === null ? (
            <span className="text-ink-3">None</span>
          ) : (
            <Said>{own.revokedKeyIds}</Said>
          )}
        </KvRow>
        <Fact term="BMC firmware">{own.bmcFirmware}</Fact>
        <Fact term="BMC build">{own.bmcBuild}</Fact>
        <Fact term="Retimer A">{own.retimerA}</Fact>
        <Fact term="Retimer B">{own.retimerB}</Fact>
      </Facts>
    </Part>
  );
}

function Labels({ model, own }: { model: HostDevicesModel; own: PciDevice }) {
  const labels = model.images.labels.filter(({ deviceId }) => deviceId === own.id);
  const unread = model.images.unread.find(({ part }) => part === 'labels');
  return (
    <Part title="Labels">
      {unread && <p className="text-unk-fg">Unknown. {unread.message}</p>}
      {!unread && labels.length === 0 && <p className="text-ink-3">None</p>}
      <ul aria-label="Labels of the device" className="flex flex-col gap-1.5">
        {labels.map((label) => (
          <li key={label.id} className="flex items-center justify-between gap-2">
            <span className="mono min-w-0 [overflow-wrap:anywhere]">{labelWords(label)}</span>
            <DeviceButton
              hostId={model.host.id}
              job={{ job: 'unlabel-device', label: label.id }}
              variant="danger"
              aria-label={`Remove label ${labelWords(label)}…`}
              verdict={notWritingVerdict(model.host)}
            >
              Remove…
            </DeviceButton>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Images({ model, own }: { model: HostDevicesModel; own: PciDevice }) {
  const states = model.states.filter(({ deviceId }) => deviceId === own.id);
  const unread = model.images.unread.find(({ part }) => part === 'states');
  return (
    <Part title="Images">
      {unread && <p className="text-unk-fg">Unknown. {unread.message}</p>}
      {!unread && states.length === 0 && <p className="text-ink-3">None is applied to it</p>}
      <ul aria-label="Images of the device" className="flex flex-col gap-1.5">
        {states.map(({ id, imageId, status }) => {
          const image = model.images.images.find((one) => one.id === imageId);
          return (
            <li key={id} className="flex min-w-0 items-center gap-1.5">
              <StateGlyph state={statusLook(status)} size={14} />
              <span className="mono min-w-0 [overflow-wrap:anywhere]">
                {image ? imageName(image) : imageId}
              </span>
              <span className="text-ink-2">{statusWords(status)}</span>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
