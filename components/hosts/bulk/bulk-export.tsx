'use client';
/** The platform's own file of all hosts, as it could be added in bulk elsewhere. */
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Commands } from '@/components/action/commands';
import { buttonClass } from '@/components/ui/button-class';
import { Checkbox } from '@/components/ui/checkbox';
import { Panel } from '@/components/ui/panel';

export function BulkExport() {
  const [hidden, setHidden] = useState(false);
  return (
    <Panel title="Export the hosts of this system" padded>
      <div className="flex flex-col gap-3">
        <p className="text-ink-2">
          The platform writes all its hosts into one file, without passwords and without the addresses of
          their boards. Names of users of the boards are in it.
        </p>
        <Checkbox
          checked={hidden}
          label="Leave the names of the boards’ users out"
          onCheckedChange={setHidden}
        />
        <div>
          <a
            className={buttonClass('default', 'default', 'max-md:min-h-11')}
            href={`/api/hosts/bulk-export${hidden ? '?users=hidden' : ''}`}
            download
          >
            <Download size={14} strokeWidth={1.75} aria-hidden />
            Download hosts.xml
          </a>
        </div>
        <Commands commands={['system host-bulk-export']} />
      </div>
    </Panel>
  );
}
