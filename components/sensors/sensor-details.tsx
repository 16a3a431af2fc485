'use client';
/** What is known of a sensor or a group, as facts. */
import type { ReactNode } from 'react';
import { Facts, Part, Said, Way } from '@/components/ui/details';
import { KvRow } from '@/components/ui/kv';
import {
  LEVELS,
  type Limits,
  limitWords,
  type Sensor,
  type SensorGroup,
  sensorsIn,
  type Unit,
  unitWords,
} from '@/lib/domain/sensor/sensor';
import { sensorKey } from '@/lib/domain/sensor/sensor-href';
import { ACTION_WORDS } from '@/lib/domain/sensor/sensor-rules';
import { formatCounted } from '@/lib/format/number';
import { raiseFirst } from '@/lib/format/words';
import { SensorStatus, statusWords } from './sensor-words';
import type { GroupRow, SensorRow, SensorsSeen } from './use-host-sensors';

type OnOpen = (key: string) => void;

export function SensorDetails({ row: { own, groupName }, onOpen }: { row: SensorRow; onOpen: OnOpen }) {
  return (
    <>
      <Part title="Now">
        <Facts>
          <KvRow term="Status">
            <SensorStatus sensor={own} />
          </KvRow>
          <KvRow term="State">
            <Word>{own.state}</Word>
          </KvRow>
          {own.stateRequested !== null && (
            <KvRow term="State asked for">
              <Word>{own.stateRequested}</Word>
            </KvRow>
          )}
          <KvRow term="Value">
            {own.value === null ? <Quiet>The platform does not give it</Quiet> : <Said>{own.value}</Said>}
          </KvRow>
          <KvRow term="Group">
            {groupName !== null ? (
              <Way to={sensorKey('group', groupName)} onOpen={onOpen}>
                {groupName}
              </Way>
            ) : own.groupId === null ? (
              <Quiet>In no group</Quiet>
            ) : (
              <Said>{null}</Said>
            )}
          </KvRow>
        </Facts>
      </Part>
      <Monitoring own={own} />
      <LimitsPart limits={own.limits} unit={own.unit} datatype={own.datatype} />
    </>
  );
}

export function GroupDetails({ row, seen, onOpen }: { row: GroupRow; seen: SensorsSeen; onOpen: OnOpen }) {
  const { own } = row;
  const members = sensorsIn(own, seen.model.sensors);
  const keyed = seen.sensorRows?.filter(({ own: { id } }) => members.some((one) => one.id === id)) ?? [];
  return (
    <>
      <Part title="Now">
        <Facts>
          <KvRow term="State">
            <Word>{own.state}</Word>
          </KvRow>
          <KvRow term="Suppressed">{own.suppressed ? 'Yes' : 'No'}</KvRow>
        </Facts>
      </Part>
      <Part title={formatCounted(members.length, 'sensor')}>
        {keyed.length === 0 ? (
          <Quiet>None</Quiet>
        ) : (
          <ul>
            {keyed.map(({ key, own: sensor }) => (
              <li key={key} className="flex min-h-7 items-center justify-between gap-2">
                <Way to={key} onOpen={onOpen}>
                  {sensor.name}
                </Way>
                <span className="text-ink-2">
                  {statusWords(sensor.status)}
                  {sensor.suppressed && ', suppressed'}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Monitoring own={own} />
      <LimitsPart
        limits={own.limits}
        unit={own.unit}
        datatype={own.datatype}
        none="Each sensor has its own"
      />
    </>
  );
}

function Monitoring({ own }: { own: Sensor | SensorGroup }) {
  return (
    <Part title="How it is watched">
      <Facts>
        <KvRow term="Read every">
          {own.intervalSeconds === null ? <Said>{null}</Said> : `${own.intervalSeconds} s`}
        </KvRow>
        {LEVELS.map((level) => {
          const action = own.actions[level];
          return (
            <KvRow key={level} term={`At ${level}`}>
              {action === null ? <Said>{null}</Said> : (ACTION_WORDS[action] ?? <Said>{action}</Said>)}
            </KvRow>
          );
        })}
        <KvRow term="Type">
          <Word>{own.type}</Word>
        </KvRow>
        <KvRow term="Data">
          <Word>{own.datatype}</Word>
        </KvRow>
        <KvRow term="Algorithm">{own.algorithm === null ? <Quiet>Not said</Quiet> : own.algorithm}</KvRow>
        <KvRow term="Path">{own.path === null ? <Quiet>Not said</Quiet> : <Said>{own.path}</Said>}</KvRow>
        <KvRow term="UUID">
          <Said>{own.id}</Said>
        </KvRow>
      </Facts>
    </Part>
  );
}

type LimitProps = { limits: Limits; unit: Unit; datatype: string | null; none?: string };

function LimitsPart({ limits, unit, datatype, none = 'No limit' }: LimitProps) {
  if (datatype === 'discrete') return null;
  const words = unitWords(unit);
  return (
    <Part title="Limits">
      <Facts>
        {LEVELS.map((level) => {
          const limit = limitWords(limits[level]);
          return (
            <KvRow key={level} term={raiseFirst(level)}>
              {limit === null ? <Quiet>{none}</Quiet> : `${limit}${words ? ` ${words}` : ''}`}
            </KvRow>
          );
        })}
      </Facts>
    </Part>
  );
}

const Quiet = ({ children }: { children: ReactNode }) => <span className="text-ink-3">{children}</span>;

/** A word of the platform in a fact. */
const Word = ({ children }: { children: string | null }) =>
  children === null ? <Said>{null}</Said> : raiseFirst(children);
