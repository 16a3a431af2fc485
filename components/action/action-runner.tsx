'use client';
/**
 * The one action runner: shows the sheet that was asked for through lib/queries/action-store. It knows no domain;
 * whoever composes the console gives it a sheet for each kind of request. Mounted once.
 */
import { type ComponentType, Fragment } from 'react';
import { laterPart } from '@/components/ui/later-part';
import { type ActionRequest, actionStore, closeAction } from '@/lib/queries/action-store';
import { useStore } from '@/lib/queries/store';

type Kind = ActionRequest['kind'];

export type ActionSheetProps<K extends Kind> = {
  request: Extract<ActionRequest, { kind: K }>;
  /** Differs each time something is opened. */
  opened: number;
  onClose: () => void;
};

export type ActionSheets = { [K in Kind]: ComponentType<ActionSheetProps<K>> };

export function ActionRunner({ sheets }: { sheets: ActionSheets }) {
  const open = useStore(actionStore);
  if (!open) return null;
  const { request, opened } = open;
  const shared = { opened, onClose: () => closeAction(opened) };
  return (
    <Fragment key={opened}>
      {request.kind === 'host' && <sheets.host request={request} {...shared} />}
      {request.kind === 'hosts' && <sheets.hosts request={request} {...shared} />}
      {request.kind === 'edit' && <sheets.edit request={request} {...shared} />}
      {request.kind === 'alarm' && <sheets.alarm request={request} {...shared} />}
      {request.kind === 'clocks' && <sheets.clocks request={request} {...shared} />}
      {request.kind === 'application' && <sheets.application request={request} {...shared} />}
      {request.kind === 'networks' && <sheets.networks request={request} {...shared} />}
      {request.kind === 'interfaces' && <sheets.interfaces request={request} {...shared} />}
      {request.kind === 'hostStorage' && <sheets.hostStorage request={request} {...shared} />}
      {request.kind === 'cloudStorage' && <sheets.cloudStorage request={request} {...shared} />}
      {request.kind === 'hostFilesystems' && <sheets.hostFilesystems request={request} {...shared} />}
      {request.kind === 'suppression' && <sheets.suppression request={request} {...shared} />}
    </Fragment>
  );
}

/**
 * A sheet whose code is fetched once the page is quiet, or when it is first opened. A tab that outlived its server's
 * build may find the code gone: then nothing opens, and the page offers to reload.
 */
export function lazySheet<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return laterPart(load, () => closeAction());
}
