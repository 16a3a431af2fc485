'use client';
/**
 * The one action runner: shows the sheet that was asked for through lib/queries/action-store. It knows no domain;
 * whoever composes the console gives it a sheet for each kind of request. Mounted once.
 */
import type { ComponentType } from 'react';
import { laterPart } from '@/components/ui/later-part';
import { type ActionRequest, actionStore, closeAction } from '@/lib/queries/action-store';
import { useStore } from '@/lib/queries/store';

type Kind = ActionRequest['kind'];
type Requests = { [K in Kind]: Extract<ActionRequest, { kind: K }> };

export type ActionSheetProps<K extends Kind> = {
  request: Requests[K];
  /** Differs each time something is opened. */
  opened: number;
  onClose: () => void;
};

export type ActionSheets = { [K in Kind]: ComponentType<ActionSheetProps<K>> };

export function ActionRunner({ sheets }: { sheets: ActionSheets }) {
  const open = useStore(actionStore);
  if (!open) return null;
  const { request, opened } = open;
  const onClose = () => closeAction(opened);
  return <SheetOf key={opened} kind={request.kind} {...{ sheets, request, opened, onClose }} />;
}

type SheetOfProps<K extends Kind> = ActionSheetProps<K> & { kind: K; sheets: ActionSheets };

/** @param kind of the request, by itself: so a sheet and what it is asked are known to belong together */
function SheetOf<K extends Kind>({ kind, sheets, request, opened, onClose }: SheetOfProps<K>) {
  const Sheet: ComponentType<ActionSheetProps<K>> = sheets[kind];
  return <Sheet request={request} opened={opened} onClose={onClose} />;
}

/**
 * A sheet whose code is fetched once the page is quiet, or when it is first opened. A tab that outlived its server's
 * build may find the code gone: then nothing opens, and the page offers to reload.
 */
export function lazySheet<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return laterPart(load, () => closeAction());
}
