import { describe, expect, it } from 'vitest';
import { entityParts, entityPlace } from './alarm-entity';

const said = (entity: string) =>
  entityParts(entity).map(({ label, text }) => (label ? `${label} ${text}` : text));

/** Every form of events.yaml with an example in it, then what services send beside it: [entity, place, parts]. */
const FORMS: [string, string, string[]][] = [
  ['cinder_io_monitor', 'cinder_io_monitor', ['cinder_io_monitor']],
  ['cluster=77c9ca39', 'Storage cluster', ['Storage cluster 77c9ca39']],
  [
    'cluster=77c9.peergroup=group-0',
    'Storage cluster',
    ['Storage cluster 77c9', 'Replication group group-0'],
  ],
  [
    'cluster=77c9.peergroup=group-0.host=storage-1',
    'storage-1',
    ['Storage cluster 77c9', 'Replication group group-0', 'Host storage-1'],
  ],
  ['fs_name=image-conversion', 'image-conversion', ['Filesystem image-conversion']],
  ['host=controller', 'System', ['Host controller']],
  ['host=worker-1', 'worker-1', ['Host worker-1']],
  ['host=edge.site-7', 'edge.site-7', ['Host edge.site-7']],
  ['host=controller-0.network=oam', 'controller-0', ['Host controller-0', 'Network oam']],
  ['host=w,agent=3f,bgp-peer=10.0.0.1', 'w', ['Host w', 'Agent 3f', 'BGP peer 10.0.0.1']],
  ['host=w.agent=3f', 'w', ['Host w', 'Agent 3f']],
  ['host=w.command=force-lock', 'w', ['Host w', 'Command force-lock']],
  ['host=w.controllerfs=docker-distribution', 'w', ['Host w', 'Controller filesystem docker-distribution']],
  ['host=w.event=mnfa_enter', 'w', ['Host w', 'Event mnfa_enter']],
  ['host=w.filesystem=/var/lib/kubelet', 'w', ['Host w', 'Filesystem /var/lib/kubelet']],
  [
    'host=w.gnss-monitor=gm1.device_path=/dev/gnss0.ptp=GNSS-signal-loss',
    'w',
    ['Host w', 'PTP instance gm1', 'Device /dev/gnss0', 'Condition GNSS-signal-loss'],
  ],
  ['host=w.instance=ptp1.ptp', 'w', ['Host w', 'PTP instance ptp1', 'Clock PTP']],
  ['host=w.instance=ptp1.ptp=no-lock', 'w', ['Host w', 'PTP instance ptp1', 'Condition no-lock']],
  ['host=w.interface=mgmt0', 'w', ['Host w', 'Interface mgmt0']],
  [
    'host=w.interface=enp1.ptp=1PPS-signal-loss',
    'w',
    ['Host w', 'Interface enp1', 'Condition 1PPS-signal-loss'],
  ],
  ['host=w.kernel=lowlatency', 'w', ['Host w', 'Kernel lowlatency']],
  ['host=w.memory=platform', 'w', ['Host w', 'Memory platform']],
  ['host=w.ml2driver=ovs', 'w', ['Host w', 'ML2 driver ovs']],
  ['host=w.ntp', 'w', ['Host w', 'Clock NTP']],
  ['host=w.ntp=2607:5300:205:200::2447', 'w', ['Host w', 'NTP server 2607:5300:205:200::2447']],
  ['host=w.ntp=64.99.81.92', 'w', ['Host w', 'NTP server 64.99.81.92']],
  ['host=w.numa=node1', 'w', ['Host w', 'NUMA node node1']],
  ['host=w.openflow-controller=tcp:10.0.0.1:6633', 'w', ['Host w', 'OpenFlow controller tcp:10.0.0.1:6633']],
  ['host=w.openflow-network=blue', 'w', ['Host w', 'OpenFlow network blue']],
  [
    'host=w.phc2sys=phc1.interface=enp1.phc2sys=source-failover',
    'w',
    ['Host w', 'PTP instance phc1', 'Interface enp1', 'Condition source-failover'],
  ],
  [
    'host=w.phc2sys=phc1.phc2sys=no-source-clock',
    'w',
    ['Host w', 'PTP instance phc1', 'Condition no-source-clock'],
  ],
  ['host=w.port=enp0s3', 'w', ['Host w', 'Port enp0s3']],
  ['host=w.port=7c1d-4f', 'w', ['Host w', 'Port 7c1d-4f']],
  ['host=w.process=hbsClient', 'w', ['Host w', 'Process hbsClient']],
  ['host=w.processor=1', 'w', ['Host w', 'Processor 1']],
  [
    'host=w.ptp=ens785f0.unsupported=hardware-timestamping',
    'w',
    ['Host w', 'Interface ens785f0', 'Unsupported hardware-timestamping'],
  ],
  [
    'host=w.resource_type=file-descriptor.service_name=sm',
    'w',
    ['Host w', 'Resource type file-descriptor', 'Service name sm'],
  ],
  ['host=w.sdn-controller=9a', 'w', ['Host w', 'SDN controller 9a']],
  ['host=w.sensor=fan1', 'w', ['Host w', 'Sensor fan1']],
  ['host=w.service=ima', 'w', ['Host w', 'Service ima']],
  ['host=w.service=networking.providernet=5d', 'w', ['Host w', 'Service networking', 'Data network 5d']],
  ['host=w.state=disabled', 'w', ['Host w', 'State disabled']],
  ['host=w.status=reinstall-failed', 'w', ['Host w', 'Status reinstall-failed']],
  ['host=w.volumegroup=cgts-vg', 'w', ['Host w', 'Volume group cgts-vg']],
  ['image=1a instance=2b', '1a', ['Image 1a', 'Instance 2b']],
  ['itenant=1a.instance=2b', '1a', ['Tenant 1a', 'Instance 2b']],
  ['tenant=1a.instance=2b', '1a', ['Tenant 1a', 'Instance 2b']],
  ['k8s_application=cert-manager', 'cert-manager', ['Application cert-manager']],
  ['kubernetes=k8s-health-check-failed', 'Kubernetes', ['Kubernetes k8s-health-check-failed']],
  ['namespace=ns.certificate=a.b', 'a.b', ['Namespace ns', 'Certificate a.b']],
  ['namespace=ns.secret=oidc', 'oidc', ['Namespace ns', 'Secret oidc']],
  ['orchestration=kube-rootca-update', 'Orchestration', ['Orchestration kube-rootca-update']],
  ['peer=1a', '1a', ['Peer 1a']],
  ['peer_group=north,peer=1a', 'north', ['Peer group north', 'Peer 1a']],
  ['resource=bgppeers,name=leaf-1', 'leaf-1', ['Resource bgppeers', 'Name leaf-1']],
  ['server-group1a', 'server-group1a', ['server-group1a']],
  ['service=networking.providernet=5d', '5d', ['Service networking', 'Data network 5d']],
  [
    'service_domain=controller.service_group=vim-services',
    'vim-services',
    ['Service domain controller', 'Service group vim-services'],
  ],
  [
    'service_domain=controller.service_group=vim-services.host=controller-1',
    'controller-1',
    ['Service domain controller', 'Service group vim-services', 'Host controller-1'],
  ],
  ['storage_backend=ceph-store', 'ceph-store', ['Storage backend ceph-store']],
  ['subcloud=paris', 'paris', ['Subcloud paris']],
  ['subcloud=paris.resource=platform', 'paris', ['Subcloud paris', 'Resource platform']],
  ['subsystem=vim', 'System', ['Subsystem vim']],
  ['system.certificate.k8sRootCA', 'System', ['Certificate k8sRootCA']],
  ['system.certificate.mode=ssl.uuid=4f', 'System', ['System certificate', 'Certificate ssl', 'UUID 4f']],
  ['something nobody knows', 'something nobody knows', ['something nobody knows']],
  ['new_thing=7.other-thing=x', '7', ['New thing 7', 'Other thing x']],
  [
    'host=<img src=x onerror=alert(1)>',
    '<img src=x onerror=alert(1)>',
    ['Host <img src=x onerror=alert(1)>'],
  ],
  ['', '', ['']],
];

describe('what an alarm concerns', () => {
  it.each(FORMS)('%s stands on %s', (entity, place, parts) => {
    expect(said(entity)).toEqual(parts);
    expect(entityPlace(entity)).toBe(place);
  });

  it('links to rooms that exist, and to nothing else', () => {
    const links = FORMS.flatMap(([entity]) => entityParts(entity)).flatMap(({ label, href }) =>
      href ? [[label, href]] : [],
    );
    expect(links.length).toBeGreaterThan(30);
    const elsewhere: Partial<Record<string, string>> = {
      ...{ 'Storage cluster': '/storage', 'Storage backend': '/storage' },
      ...{ Application: '/applications?open=cert-manager', Kubernetes: '/applications/kubernetes' },
      ...{ Orchestration: '/applications/kubernetes', Certificate: '/applications/kubernetes' },
    };
    for (const [label = '', href] of links) {
      const stored = label === 'Filesystem' || label === 'Volume group';
      if (elsewhere[label]) expect(href).toBe(elsewhere[label]);
      else {
        expect(stored ? 'Host' : label).toBe('Host');
        expect(href).toMatch(stored ? /^\/hosts\/[^/]+\/storage\?open=(fs|vg):[^&]+$/ : /^\/hosts\/[^/]+$/);
      }
    }
  });

  it.each([
    ['k8s_application=a/b', '/applications?open=a%2Fb'],
    ['orchestration=kube-upgrade', '/applications/kubernetes'],
    ['orchestration=sw-deploy', null],
    ['namespace=ns.certificate=k8sRootCA', null],
    ['system.certificate', null],
  ])('%s leads to %s', (entity, href) => {
    expect(entityParts(entity).at(-1)?.href).toBe(href);
  });

  it('leads to the very filesystem or volume group of a host', () => {
    const last = (entity: string, isHost?: (name: string) => boolean) =>
      entityParts(entity, isHost).at(-1)?.href;
    expect(last('host=w.filesystem=/var/lib/docker')).toBe('/hosts/w/storage?open=fs:/var/lib/docker');
    expect(last('host=w.volumegroup=cgts-vg')).toBe('/hosts/w/storage?open=vg:cgts-vg');
    expect(last('host=w.filesystem=/a&open=x')).toBe('/hosts/w/storage?open=fs:/a%26open%3Dx');
    expect(last('host=w.filesystem=/var', () => false)).toBeNull();
    expect(last('host=controller.filesystem=/var')).toBeNull();
    expect(last('fs_name=image-conversion')).toBeNull();
  });

  it('links to no host that the inventory has not, and never to the name of the whole system', () => {
    const isHost = (name: string) => name === 'worker-1' || name === 'controller';
    const hrefs = (entity: string) => entityParts(entity, isHost).map(({ href }) => href);
    expect(hrefs('host=worker-1.process=x')).toEqual(['/hosts/worker-1', null]);
    expect(hrefs('host=worker-10')).toEqual([null]);
    expect(hrefs('host=controller')).toEqual([null]);
  });

  it('keeps markup as text in an address', () => {
    expect(entityParts('host="><script>')[0]?.href).toBe('/hosts/%22%3E%3Cscript%3E');
  });
});
