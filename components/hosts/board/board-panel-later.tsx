'use client';
import { laterPart } from '@/components/ui/later-part';

const body = laterPart(async () => (await import('./board-panel')).BoardPanelBody);

/** Comes with the tab that it stands on. */
export const HostBoard = body;
