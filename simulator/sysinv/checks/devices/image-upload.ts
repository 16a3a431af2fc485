/** What is checked of a new device image, in the platform's order and sentences (sysinv api/controllers/v1/device_image.py). */

/** What came with the file; what was not sent is not in it. */
export type ImageFields = ReadonlyMap<string, string>;

const TYPES = ['root-key', 'functional', 'key-revocation'];
const BOOLEANS = ['true', 'false', 'yes', 'no', 'y', 'n', '1', '0'];
const UUID = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;
/** fpga_constants.py */
const N3000 = { vendor: '8086', device: '0b30' };

/** distutils strtobool, of what `BOOLEANS` lets pass. */
export const isYes = (text: string | undefined): boolean => /^(y|yes|true|1)$/i.test(text ?? '');

/** Python's `int(text, 16)`. */
const isHex = (text: string): boolean => /^\s*[+-]?(0x_?)?[0-9a-f]+(_[0-9a-f]+)*\s*$/i.test(text);

/** _validate_syntax. @returns the sentence; undefined when nothing is wrong */
export function syntaxFault(fields: ImageFields): string | undefined {
  const uuid = fields.get('uuid');
  if (uuid !== undefined && !UUID.test(uuid)) return 'uuid must be a valid UUID';
  for (const name of ['bmc', 'retimer_included']) {
    const said = fields.get(name);
    if (said !== undefined && !BOOLEANS.includes(said.toLowerCase())) {
      return `Parameter ${name} must be a valid bool string`;
    }
  }
  for (const name of ['pci_vendor', 'pci_device', 'bitstream_id', 'key_signature']) {
    const said = fields.get(name);
    if (said !== undefined && !isHex(said)) return `${name} must be hexadecimal`;
  }
  return typeFault(fields) ?? revokeFault(fields);
}

/** _validate_bitstream_type */
function typeFault(fields: ImageFields): string | undefined {
  const type = fields.get('bitstream_type') ?? '';
  if (!TYPES.includes(type)) return `Bitstream type ${type} not supported`;
  const functional = type === 'functional';
  if (functional && !fields.has('bitstream_id')) {
    return 'bitstream_id is required for functional bitstream type';
  }
  if (type === 'root-key' && !fields.has('key_signature')) {
    return 'key_signature is required for root key bitstream type';
  }
  if (type === 'key-revocation' && !fields.has('revoke_key_id')) {
    return 'revoke_key_id is required for key revocation bitstream type';
  }
  if (!functional && fields.has('bmc')) return 'bmc option is only applicable to functional image';
  const retimer = functional ? isYes(fields.get('retimer_included')) : fields.has('retimer_included');
  return retimer && !isYes(fields.get('bmc'))
    ? 'retimer_included option is only applicable to functional BMC image'
    : undefined;
}

/** _check_revoke_key */
function revokeFault(fields: ImageFields): string | undefined {
  const said = fields.get('revoke_key_id');
  return said !== undefined && !/^\d+$/.test(said) ? 'revoke_key_id must be an integer' : undefined;
}

/** _validate_pci_device */
export function deviceFault(vendor: string, device: string): string | undefined {
  return vendor === N3000.vendor && device === N3000.device
    ? undefined
    : `Invalid PCI vendor/device ID: ${vendor} ${device}. Supported vendor ID: ${N3000.vendor} and supported device ID: ${N3000.device}`;
}
