/** POST /v1/device_images: a file and what it is, as a form. What is wrong with it is told with status 200 (sysinv device_image.py post). */
import type { Call, Reply } from '../../../kernel/http';
import type { Caller } from '../../../kernel/world';
import { deviceFault, isYes, syntaxFault } from '../../checks/devices/image-upload';
import { imagesIn } from '../../devices/rows';
import { refuse } from '../../faults';
import { newInCloud } from '../../network/rows';
import type { Row } from '../../rows';
import { formOf } from '../form';
import { ok } from '../wire';

/** What the platform reads of the form. */
const READ = [
  ...['uuid', 'bitstream_type', 'pci_vendor', 'pci_device', 'bitstream_id', 'key_signature', 'revoke_key_id'],
  ...['name', 'description', 'image_version', 'bmc', 'retimer_included'],
];

export function uploadImage(call: Call, { world }: Caller): Reply {
  const { texts, files } = formOf(call);
  const file = files.get('file');
  // Own words, where the platform falls over.
  if (!file) refuse(500, "KeyError: 'file'");
  if (file.name === '') return ok({ success: '', error: 'Error: No file uploaded' });
  const fields = new Map([...texts].filter(([name]) => READ.includes(name)));
  for (const name of ['bitstream_type', 'pci_vendor', 'pci_device']) {
    if (!fields.has(name)) refuse(500, `KeyError: '${name}'`);
  }
  const wrong = syntaxFault(fields);
  if (wrong !== undefined) return ok({ success: '', error: wrong });
  const device = deviceFault(fields.get('pci_vendor') ?? '', fields.get('pci_device') ?? '');
  if (device !== undefined) return ok({ error: device });
  const row: Row = { ...newInCloud(world, 'device_images'), ...columnsOf(fields) };
  imagesIn(world).push(row);
  return ok({ success: '', error: '', device_image: { ...row, capabilities: null } });
}

/** Each type has columns of its own; those of the others stay empty. */
function columnsOf(fields: ReadonlyMap<string, string>): Omit<Row, 'id' | 'created_at' | 'updated_at'> {
  const text = (name: string) => fields.get(name) ?? null;
  const type = text('bitstream_type');
  const functional = type === 'functional';
  const uuid = text('uuid');
  return {
    ...(uuid === null ? {} : { uuid }),
    bitstream_type: type,
    pci_vendor: text('pci_vendor'),
    pci_device: text('pci_device'),
    bitstream_id: functional ? text('bitstream_id') : null,
    key_signature: type === 'root-key' ? text('key_signature') : null,
    revoke_key_id: type === 'key-revocation' ? Number(text('revoke_key_id')) : null,
    name: text('name'),
    description: text('description'),
    image_version: text('image_version'),
    bmc: functional ? isYes(fields.get('bmc')) : null,
    retimer_included: functional ? isYes(fields.get('retimer_included')) : null,
    ...{ applied: false, applied_labels: null },
  };
}
