/** How long scripts ran for each frame of the screen: a trace of Chromium in, milliseconds frame by frame out. */

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** Of them, those in which the thread had a processor: what else the machine does is not the page's. */
  tdur?: number;
  args?: { name?: string };
}

/** What runs JavaScript, or cleans up after it. Of those within each other the outermost counts. */
const SCRIPTING = new Set(['FunctionCall', 'EvaluateScript', 'FireAnimationFrame', 'EventDispatch', 'TimerFire', 'RunMicrotasks', 'v8.callFunction', 'MinorGC', 'MajorGC', 'V8.GCScavenger', 'V8.GCFinalizeMC']);

/** Frames without any script are left out. */
export function listFrameScripting(trace: string): number[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const main = findPageThread(traceEvents);
  const own = traceEvents.filter(({ pid, tid }) => `${pid} ${tid}` === main);
  const starts = own.filter(({ name }) => name === 'BeginMainThreadFrame').map(({ ts }) => ts).toSorted((a, b) => a - b);
  const scripts = own.filter(({ name, ph, dur }) => ph === 'X' && dur !== undefined && SCRIPTING.has(name)).toSorted((a, b) => a.ts - b.ts);
  const millisecondsOf = new Map<number, number>();
  let doneUntil = 0;
  for (const { ts, dur = 0, tdur = dur } of scripts) {
    if (ts < doneUntil) continue;
    doneUntil = ts + dur;
    const frame = starts.findLastIndex((start) => start <= ts);
    millisecondsOf.set(frame, (millisecondsOf.get(frame) ?? 0) + tdur / 1000);
  }
  return [...millisecondsOf].filter(([frame]) => frame >= 0).map(([, milliseconds]) => milliseconds);
}

/** The renderer's main thread that drew the most frames: that of the page. */
function findPageThread(events: readonly TraceEvent[]): string {
  const counts = new Map<string, number>();
  for (const { name, pid, tid } of events) {
    if (name === 'BeginMainThreadFrame') counts.set(`${pid} ${tid}`, (counts.get(`${pid} ${tid}`) ?? 0) + 1);
  }
  const [busiest] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (busiest === undefined) throw new Error('The trace has no frames');
  return busiest[0];
}
