/** Helm overrides per chart of an application (sysinv api/controllers/v1/helm_charts.py). */
import type { Call, Reply } from '../../kernel/http';
import { type Json, valueAt } from '../../kernel/json';
import type { Caller, World } from '../../kernel/world';
import { startApply } from '../apps/life';
import { settingsOf } from '../apps/store';
import type { App, Chart } from '../apps/types';
import { settingsKey } from '../apps/types';
import { readValues, YamlError } from '../apps/yaml/read';
import { isMap, merged, SetError, type Values, withSet } from '../apps/yaml/values';
import { writeYaml } from '../apps/yaml/write';
import { refuse } from '../faults';
import type { RouteOn } from './collections';
import { jsonBody, python } from './json-patch';
import { knownArguments } from './listing';
import { ok } from './wire';

export function helmChartRoutes(on: RouteOn): void {
  on('GET', '/v1/helm_charts', list);
  on('GET', '/v1/helm_charts/:app', show);
  on('PATCH', '/v1/helm_charts/:app', update);
  on('DELETE', '/v1/helm_charts/:app', (call, { world }) => {
    const { app, name, namespace } = chartOf(call, world);
    const settings = app.settings.get(settingsKey(name, namespace));
    if (settings) settings.user = null;
    return { status: 204 };
  });
}

function list(call: Call, { world }: Caller): Reply {
  knownArguments(call, ['app_name'], false);
  const name = call.query.get('app_name') ?? refuse(400, 'Missing argument: "app_name"');
  const app = world.sysinv.applications.named(name);
  // The platform passes on what the conductor raised, with the whole of its traceback.
  if (!app) {
    const raised = `No application with name ${name}.`;
    refuse(
      400,
      `Unable to get the helm charts for application ${name}: Remote error: KubeAppNotFound ${raised}\nTraceback (most recent call last):\n  in get_helm_application_namespaces\nsysinv.common.exception.KubeAppNotFound: ${raised}\n.`,
    );
  }
  const { status } = app.row;
  // Own words.
  if (status === 'uploading' || status === 'upload-failed') {
    refuse(400, `The overrides of an application can not be listed or changed while it is ${status}.`);
  }
  const charts = new Map<string, { name: string; enabled: Json[]; namespaces: string[] }>();
  for (const key of app.settings.keys()) {
    const [chart = '', namespace = ''] = key.split('/');
    const found = charts.get(chart) ?? { name: chart, enabled: [], namespaces: [] };
    // Where nobody said it, the platform answers a text.
    found.enabled.push(app.settings.get(key)?.enabled ?? 'true');
    found.namespaces.push(namespace);
    charts.set(chart, found);
  }
  return ok({ charts: [...charts.values()] });
}

type Named = { app: App; name: string; namespace: string; chart: Chart | undefined };

/** The chart that a call is about. The platform takes any name, also of a chart that the application does not have. */
function chartOf(call: Call, world: World): Named {
  knownArguments(call, ['name', 'namespace'], false);
  const name = call.query.get('name') ?? refuse(400, 'Missing argument: "name"');
  const namespace = call.query.get('namespace') ?? refuse(400, 'Missing argument: "namespace"');
  if (name === '') refuse(400, 'Name must be specified.');
  if (namespace === '') refuse(400, 'Namespace must be specified.');
  const app =
    world.sysinv.applications.named(call.params.app ?? '') ??
    refuse(400, `Application ${call.params.app} not found.`);
  const chart = app.package.charts.find((one) => one.name === name && one.namespace === namespace);
  return { app, name, namespace, chart };
}

function show(call: Call, { world }: Caller): Reply {
  const { app, name, namespace, chart } = chartOf(call, world);
  const settings = app.settings.get(settingsKey(name, namespace));
  // The platform falls over its own missing row here. Own words.
  if (!settings) {
    refuse(
      400,
      `Unable to get the helm chart attributes for chart ${name} under Namespace ${namespace}: there is no such chart`,
    );
  }
  const system = chart?.system ?? null;
  const both = [
    ...(system ? [system] : []),
    ...(settings.user ? [valuesOf(settings.user, name, namespace)] : []),
  ];
  return ok({
    name,
    namespace,
    attributes: settings.enabled === undefined ? null : `enabled: ${settings.enabled}\n`,
    system_overrides: system ? writeYaml(system) : null,
    user_overrides: settings.user,
    combined_overrides: both.length === 0 ? null : writeYaml(both.reduce(merged)),
  });
}

function valuesOf(text: string, name: string, namespace: string): Values {
  try {
    return readValues(text);
  } catch (error) {
    if (error instanceof YamlError) cannotUpdate(name, namespace);
    throw error;
  }
}

/** The platform keeps the reason to its log. Own words. */
function cannotUpdate(name: string, namespace: string): never {
  refuse(
    400,
    `The overrides of chart ${name} under Namespace ${namespace} can not be read or merged. The log of sysinv has the reason.`,
  );
}

function update(call: Call, { world }: Caller): Reply {
  const body = jsonBody(call);
  for (const argument of ['attributes', 'flags', 'values']) {
    if (valueAt(body, argument) === undefined) refuse(400, `Missing argument: "${argument}"`);
  }
  const { app, name, namespace } = chartOf(call, world);
  const flag = (key: string, otherwise: boolean) => {
    const value = valueAt(body, 'flags', key);
    return typeof value === 'boolean' ? value : otherwise;
  };
  const reuse = flag('reuse_values', false);
  // Own words, for all that the body can have wrong.
  if (reuse && flag('reset_values', true)) {
    refuse(400, "Invalid flags: 'reuse_values' needs 'reset_values' to be false.");
  }
  const [again, allAgain] = [flag('reapply', false), flag('reapply_all', false)];
  if (again && allAgain) refuse(400, "Invalid flags: 'reapply' and 'reapply_all' exclude each other.");
  const files = textsAt(body, 'files');
  const sets = textsAt(body, 'set');
  if (sets.some((text) => text.includes(','))) {
    refuse(400, 'Invalid input: one of the values to set holds a comma. Give several values as a file.');
  }
  const settings = settingsOf(app, name, namespace);
  const kept = reuse ? settings.user : null;
  const answer: { [key: string]: Json } = { name, namespace };
  if (files.length > 0 || sets.length > 0) {
    const texts = kept === null ? files : [kept, ...files];
    settings.user = mergedText(texts, sets, name, namespace);
    answer.user_overrides = settings.user;
  } else settings.user = kept;
  const enabled = enabledIn(valueAt(body, 'attributes') ?? null);
  if (enabled !== undefined) {
    settings.enabled = enabled;
    answer.attributes = { enabled };
  }
  if (again) reapply(world, app);
  if (allAgain) for (const one of world.sysinv.applications.withStatus('applied')) reapply(world, one);
  return ok(answer);
}

function textsAt(body: Json | undefined, key: string): string[] {
  const list = valueAt(body, 'values', key);
  return Array.isArray(list) ? list.map((item) => (typeof item === 'string' ? item : python(item))) : [];
}

function mergedText(files: string[], sets: string[], name: string, namespace: string): string {
  const values = files.map((text) => valuesOf(text, name, namespace)).reduce(merged, {});
  try {
    return writeYaml(sets.reduce(withSet, values));
  } catch (error) {
    if (error instanceof SetError) cannotUpdate(name, namespace);
    throw error;
  }
}

/** `enabled` is a text; anything but true in two spellings is false. */
function enabledIn(attributes: Json): boolean | undefined {
  if (!isMap(attributes)) return undefined;
  for (const key of Object.keys(attributes)) {
    if (key !== 'enabled') refuse(400, `Invalid chart attribute: ${key} must be one of [enabled]`);
  }
  const { enabled } = attributes;
  return enabled === undefined ? undefined : enabled === 'true' || enabled === 'True';
}

/** The platform considers it and then applies what is applied; nothing else. */
function reapply(world: World, app: App): void {
  if (app.row.status === 'applied') startApply(world, app);
}
