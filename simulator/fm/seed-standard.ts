/** The alarms of the `standard` world but those of its clocks (timing/seed.ts), and the night that led to them. Ages in minutes. */
import type { Episode } from './seed-history';

const HOUR = 60;
const DAY = 1440;

const locked = (host: string): string => `${host} was administratively locked to take it out-of-service.`;

export const ACTIVE: readonly Episode[] = [
  {
    alarm_id: '200.004',
    entity_instance_id: 'host=worker-3',
    age: 12,
    reason_text:
      'worker-3 experienced a service-affecting failure. Auto-recovery in progress. Manual Lock and Unlock may be required if auto-recovery is unsuccessful.',
    proposed_repair_action:
      'Wait for the recovery. If it does not succeed, lock and unlock the host, or replace it.',
  },
  {
    alarm_id: '100.104',
    entity_instance_id: 'host=controller-1.filesystem=/var/log',
    severity: 'major',
    age: 209,
    reason_text: 'File System threshold exceeded ; threshold 80.00%, actual 84.02%',
    proposed_repair_action: 'Remove what is not needed, or make the file system larger.',
  },
  {
    alarm_id: '250.001',
    entity_instance_id: 'host=worker-7',
    age: 290,
    reason_text: 'worker-7 Configuration is out-of-date.',
    proposed_repair_action: 'Lock and unlock the host to apply its configuration.',
  },
  {
    alarm_id: '500.200',
    entity_instance_id: 'namespace=oidc-auth-apps.certificate=oidc-cert',
    age: 2 * DAY + 6 * HOUR,
    reason_text: "Certificate 'namespace=oidc-auth-apps.certificate=oidc-cert' is going to expire in 6 days",
    proposed_repair_action: 'Renew the certificate before it expires.',
  },
  {
    alarm_id: '200.003',
    entity_instance_id: 'host=worker-8',
    age: 26,
    reason_text: 'worker-8 does not answer on the pxeboot network.',
    proposed_repair_action: 'Check the pxeboot network between this host and the controllers.',
  },
  {
    alarm_id: '750.004',
    entity_instance_id: 'k8s_application=metrics-server',
    age: 1,
    reason_text: 'Applying application metrics-server',
    proposed_repair_action: 'None: it clears when the application is applied.',
  },
  { alarm_id: '200.001', entity_instance_id: 'host=worker-8', age: 34, reason_text: locked('worker-8') },
  { alarm_id: '200.001', entity_instance_id: 'host=worker-4', age: 131, reason_text: locked('worker-4') },
  {
    alarm_id: '200.001',
    entity_instance_id: 'host=worker-9',
    age: 2 * DAY + 21 * HOUR,
    reason_text: locked('worker-9'),
  },
  {
    alarm_id: '200.010',
    entity_instance_id: 'host=worker-9',
    age: 2 * DAY + 21 * HOUR - 2,
    reason_text: 'worker-9 access to board management module has failed.',
  },
  // Of a suppressed id: seen only by who asks for those too. Its entity is hostile text.
  {
    alarm_id: '100.150',
    entity_instance_id:
      'host=controller-0.resource_type=file-descriptor.service_name=<script>alert("fd")</script>',
    severity: 'major',
    age: 6 * HOUR,
    reason_text: 'Open files of a service are close to its limit',
  },
];

const log = (age: number, alarm_id: string, entity_instance_id: string, reason_text: string): Episode => ({
  log: true,
  age,
  alarm_id,
  entity_instance_id,
  reason_text,
});

export const HISTORY: readonly Episode[] = [
  log(3, '200.022', 'host=worker-6.status=online', "worker-6 is now 'online'"),
  log(4, '200.021', 'host=worker-6.command=unlock', "worker-6 was 'unlocked' by an operator"),
  {
    alarm_id: '200.001',
    entity_instance_id: 'host=worker-6',
    age: 52,
    cleared: 4,
    reason_text: locked('worker-6'),
  },
  log(11, '200.022', 'host=worker-3.state=disabled', "worker-3 is now 'disabled'"),
  log(35, '200.021', 'host=worker-8.command=reinstall', "worker-8 was 'reinstalled' by an operator"),
  log(63, '200.020', 'host=6c:fe:54:0d:41:10.event=discovered', 'A host was discovered on the network'),
  {
    alarm_id: '100.104',
    entity_instance_id: 'host=controller-0.filesystem=/var/log',
    severity: 'major',
    age: 214,
    cleared: 122,
    reason_text: 'File System threshold exceeded ; threshold 80.00%, actual 81.13%',
  },
  {
    alarm_id: '750.004',
    entity_instance_id: 'k8s_application=cert-manager',
    age: 127,
    cleared: 121,
    reason_text: 'Applying application cert-manager',
  },
  log(14 * HOUR, '200.021', 'host=worker-9.command=power-off', "worker-9 was 'powered off' by an operator"),
  log(
    19 * HOUR,
    '401.005',
    'host=controller-1.network=oam',
    'Communication with the peer over oam is restored',
  ),
  {
    alarm_id: '400.005',
    entity_instance_id: 'host=controller-0.network=oam',
    severity: 'major',
    age: 19 * HOUR + 9,
    cleared: 19 * HOUR,
    reason_text: 'Communication failure detected with peer over oam on host controller-1',
  },
  log(26 * HOUR, '200.021', 'host=controller-0.command=swact', "controller-0 was 'swacted' by an operator"),
  {
    alarm_id: '400.002',
    entity_instance_id: 'service_domain=controller.service_group=oam-services',
    severity: 'major',
    age: 26 * HOUR,
    cleared: 26 * HOUR - 6,
    reason_text: 'Service group oam-services lost its standby member',
  },
  // What a console must survive: names it does not know, empty parts, markup, a spreadsheet formula, long text.
  log(90, '200.022', 'host=<script>alert(1)</script>.status=online', '<b>bold</b> is now online'),
  log(95, '999.042', 'nothing-with-an-equals-sign', '=HYPERLINK("http://127.0.0.1/","open")'),
  log(96, '701.777', 'host=', ''),
  {
    alarm_id: '300.998',
    entity_instance_id: 'rack.row=7..unit==3.host=worker-1',
    severity: 'warning',
    age: 140,
    cleared: 133,
    reason_text: `An id that is not in the catalogue, with a text that goes on${' and on'.repeat(60)}`,
  },
];
