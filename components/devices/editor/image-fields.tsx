'use client';
/** What a new image is for, and what its type needs. */
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { RadioGroup } from '@/components/ui/radio';
import { TextField } from '@/components/ui/text-field';
import { typeWords } from '@/lib/domain/device/device-image';
import {
  IMAGE_TYPES,
  type ImageType,
  N3000,
  sameTarget,
  targetDoubt,
} from '@/lib/domain/device/image-upload';
import { ANOTHER, type ImageForm, type ImageTexts } from './use-image-form';

type Props = { form: ImageForm };

const TYPE_HELP: Record<ImageType, string> = {
  functional: 'What the FPGA does, or the firmware of its board management. Named by a bitstream ID.',
  'root-key': 'The key that later images have to be signed with. A device takes one, and keeps it.',
  'key-revocation': 'Revokes a signing key for good: what it signed is not taken any more.',
};

export const TypeChoice = ({ form: { type, setType } }: Props) => (
  <RadioGroup
    label="What it is"
    value={type}
    onValueChange={setType}
    options={IMAGE_TYPES.map((value) => ({ value, label: typeWords(value), help: TYPE_HELP[value] }))}
  />
);

type TextName = Exclude<keyof ImageTexts, 'target' | 'bmc' | 'retimerIncluded'>;
type TextProps = Props & {
  name: TextName;
  label: string;
  help?: string | null;
  optional?: boolean;
  mono?: boolean;
};

export const ImageText = ({ form, name, label, help = null, optional = false, mono = false }: TextProps) => (
  <TextField
    {...{ label, optional, mono, help }}
    value={form.texts[name]}
    error={form.faultOf(name)}
    onChange={({ target }) => form.set({ [name]: target.value })}
  />
);

/** What only images of this type have. */
export function TypeFields({ form }: Props) {
  const { type, texts, set } = form;
  if (type === 'root-key')
    return (
      <ImageText
        {...{ form, name: 'keySignature', label: 'Key signature' }}
        mono
        help="Hexadecimal: the hash of the root entry"
      />
    );
  if (type === 'key-revocation')
    return (
      <ImageText {...{ form, name: 'revokeKeyId', label: 'ID of the key' }} mono help="A whole number" />
    );
  if (type === null) return null;
  return (
    <>
      <ImageText
        {...{ form, name: 'bitstreamId', label: 'Bitstream ID' }}
        mono
        help="Hexadecimal, such as 0x2383a62a010504"
      />
      <Checkbox
        label="BMC image"
        help="Firmware of the board management controller. It stands beside the image of the user"
        checked={texts.bmc}
        onCheckedChange={(bmc) => set({ bmc })}
      />
      <Checkbox
        label="Retimer firmware included"
        help="Only a BMC image has it"
        checked={texts.bmc && texts.retimerIncluded}
        disabledReason={texts.bmc ? null : 'Only a BMC image has it'}
        onCheckedChange={(retimerIncluded) => set({ retimerIncluded })}
      />
    </>
  );
}

/** PCI ids of the devices that it is for. */
export function TargetChoice({ form }: Props) {
  const { texts, targets, upload, set, faultOf } = form;
  const options = targets.map((target) => ({
    value: `${target.vendorId}:${target.deviceId}`,
    label: <span className="mono">{`${target.vendorId}:${target.deviceId}`}</span>,
    help: `${sameTarget(target, N3000) ? 'Intel FPGA PAC N3000' : 'The platform has images for it'}, ${target.here === 0 ? 'none' : target.here} on this host`,
  }));
  const doubt =
    upload &&
    faultOf('vendorId') === null &&
    faultOf('deviceId') === null &&
    upload.vendorId &&
    upload.deviceId
      ? targetDoubt(upload)
      : null;
  return (
    <>
      <RadioGroup
        label="For devices with these PCI IDs"
        value={texts.target}
        onValueChange={(target) => set({ target })}
        options={[
          ...options,
          { value: ANOTHER, label: 'Another device', help: 'By its vendor and device ID' },
        ]}
      />
      {texts.target === ANOTHER && (
        <div className="grid gap-3 sm:grid-cols-2">
          <ImageText
            {...{ form, name: 'vendorId', label: 'PCI vendor' }}
            mono
            help="Four hexadecimal digits"
          />
          <ImageText
            {...{ form, name: 'deviceId', label: 'PCI device' }}
            mono
            help="Four hexadecimal digits"
          />
        </div>
      )}
      {doubt && <Note tone="minor">{doubt}</Note>}
    </>
  );
}
