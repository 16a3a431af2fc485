import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

export const metadata: Metadata = { title: 'No such page' };

/** Any other address: not found, but inside the shell. */
export default function Rest(): never {
  notFound();
}
