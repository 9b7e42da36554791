/**
 * Reads the Prometheus text format 0.0.4 and refuses whatever is not quite of it, as promtool does: the text in, its families out.
 * https://prometheus.io/docs/instrumenting/exposition_formats/
 */

export interface PrometheusSample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

export interface PrometheusFamily {
  name: string;
  type: 'counter' | 'gauge' | 'histogram';
  samples: PrometheusSample[];
}

const HELP = /^# HELP ([a-zA-Z_:][\w:]*) \S.*$/;
const TYPE = /^# TYPE ([a-zA-Z_:][\w:]*) (counter|gauge|histogram)$/;
const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|[+-]Inf|Nan)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/y;

/** Throws an Error that names the first line at fault. */
export function parsePrometheus(text: string): Map<string, PrometheusFamily> {
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  const families = new Map<string, PrometheusFamily>();
  const seen = new Set<string>();
  let helped: string | null = null;
  let current: PrometheusFamily | null = null;
  for (const line of text.slice(0, -1).split('\n')) {
    const [help, type] = [HELP.exec(line)?.[1], TYPE.exec(line)];
    if (line === '') continue;
    if (help !== undefined) helped = help;
    else if (type) {
      const name = type[1] ?? '';
      if (helped !== name || families.has(name)) throw new Error(`a family begins twice, or without its help: ${line}`);
      current = { name, type: type[2] as PrometheusFamily['type'], samples: [] };
      families.set(name, current);
    } else {
      const sample = parseSample(line);
      const key = JSON.stringify([sample.name, Object.entries(sample.labels).toSorted()]);
      if (current === null || !belongsTo(sample, current)) throw new Error(`a sample outside its family: ${line}`);
      if (seen.has(key)) throw new Error(`a sample twice: ${line}`);
      seen.add(key);
      current.samples.push(sample);
    }
  }
  for (const family of families.values()) checkFamily(family);
  return families;
}

function parseSample(line: string): PrometheusSample {
  const [, name, labelText = '', value = ''] = SAMPLE.exec(line) ?? [];
  if (name === undefined) throw new Error(`not of the format: ${line}`);
  const labels: Record<string, string> = {};
  for (LABEL.lastIndex = 0; LABEL.lastIndex < labelText.length; ) {
    const [, label, labelValue] = LABEL.exec(labelText) ?? [];
    if (label === undefined || labelValue === undefined || label in labels) throw new Error(`labels are not of the format: ${line}`);
    labels[label] = labelValue.replace(/\\([\\"n])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
  }
  return { name, labels, value: value.endsWith('Inf') ? (value.startsWith('-') ? -Infinity : Infinity) : Number(value) };
}

function belongsTo({ name }: PrometheusSample, family: PrometheusFamily): boolean {
  return family.type === 'histogram' ? ['_bucket', '_sum', '_count'].some((part) => name === `${family.name}${part}`) : name === family.name;
}

function checkFamily({ name, type, samples }: PrometheusFamily): void {
  const isAmount = type !== 'gauge';
  for (const { value } of samples) {
    if (Number.isNaN(value) || (isAmount && !(value >= 0))) throw new Error(`${name} has a value that it cannot have: ${value}`);
  }
  if (type === 'counter' && !name.endsWith('_total')) throw new Error(`the counter ${name} is not called _total`);
  if (type === 'histogram') checkHistogram(name, samples);
}

/** Buckets ascend and are cumulative; the last is +Inf and the count; each has a sum. */
function checkHistogram(name: string, samples: readonly PrometheusSample[]): void {
  const series = Map.groupBy(samples, ({ labels: { le: _, ...labels } }) => JSON.stringify(Object.entries(labels).toSorted()));
  for (const [labels, own] of series) {
    const of = (part: string) => own.filter((sample) => sample.name === `${name}_${part}`);
    const buckets = of('bucket').map(({ labels: { le = '' }, value }) => ({ bound: le === '+Inf' ? Infinity : Number(le), value }));
    const isAscending = buckets.every(({ bound, value }, index) => {
      const before = buckets[index - 1] ?? { bound: -Infinity, value: 0 };
      return bound > before.bound && value >= before.value;
    });
    const [count, sums] = [of('count'), of('sum')];
    const isWhole = buckets.at(-1)?.bound === Infinity && count.length === 1 && sums.length === 1 && buckets.at(-1)?.value === count[0]?.value;
    if (!isAscending || !isWhole) throw new Error(`${name}${labels} is no histogram`);
  }
}
