'use client';
/** A new root certificate: until when it is valid, and what it is called. The platform makes it and keeps its key. */
import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { expiryProblem, subjectProblem } from '@/lib/domain/kube/certificate-fields';
import type { KubeSituation } from '@/lib/domain/kube/situation';
import { serverNow } from '@/lib/queries/clock';
import { KubeSheet } from './kube-sheet';
import { EFFECT } from './step-words';

type Props = { situation: KubeSituation; onClose: () => void };

export function GenerateSheet({ situation, onClose }: Props) {
  const [expiry, setExpiry] = useState('');
  const [subject, setSubject] = useState('');
  const [late, name] = [expiryProblem(expiry, serverNow()), subjectProblem(subject)];
  return (
    <KubeSheet
      call={{
        do: 'rootca-generate',
        expiry: expiry === '' ? null : expiry,
        subject: subject.trim() === '' ? null : subject.trim(),
      }}
      situation={situation}
      title="Generate a root CA"
      sentence={EFFECT['rootca-generate']}
      button="Generate a root CA"
      done="A new root CA was generated"
      gap={late ?? name}
      dirty={expiry !== '' || subject !== ''}
      onClose={onClose}
    >
      <TextField
        label="Expiry date"
        optional
        type="date"
        help="Without it the new one is valid as long as the one in use was made for."
        error={late}
        value={expiry}
        onChange={(event) => setExpiry(event.target.value)}
      />
      <TextField
        label="Subject"
        optional
        mono
        help="For instance C=NO O=Example CN=kubernetes. CN is needed; C, ST, L, O and OU may be."
        error={name}
        value={subject}
        onChange={(event) => setSubject(event.target.value)}
      />
    </KubeSheet>
  );
}
