/**
 * Where the playhead is, and how long the video is. The time is written past React while it plays; a click on it, and it can be typed.
 */
'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { usePlayer, usePlayerState } from '#components/composer/player/player-context';
import { useEditor } from '#components/composer/store/editor-store';
import { resolveFrameRate } from '#lib/composition/canvas-and-rate';
import type { Rational } from '#lib/composition/media-facts';
import { presentOf } from '#lib/editor/history';
import { formatTimecode, parseTimecode } from '#lib/editor/timecode';

export function TimeField() {
  const [isTyping, setTyping] = useState(false);
  const written = useEditor(({ history }) => presentOf(history).composition.frame_rate);
  const frameRate = useMemo(() => resolveFrameRate({ frame_rate: written }), [written]);
  const frameCount = usePlayerState((state) => state.frameCount);
  return (
    <div className="flex items-center gap-1.5 text-[13px] tabular-nums">
      {isTyping ? <TypedTime frameRate={frameRate} onDone={() => setTyping(false)} /> : <RunningTime frameRate={frameRate} onClick={() => setTyping(true)} />}
      <span className="text-ink-faint" aria-hidden="true">
        /
      </span>
      <span className="text-ink-faint" title="Length">
        {formatTimecode(frameCount, frameRate)}
      </span>
    </div>
  );
}

const FIELD_CLASS = 'h-7 w-[4.6rem] rounded-md px-1.5 text-center font-medium text-ink';

function RunningTime({ frameRate, onClick }: { frameRate: Rational; onClick: () => void }) {
  const player = usePlayer();
  const text = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = () => {
      if (text.current !== null) text.current.textContent = formatTimecode(player?.getState().frame ?? 0, frameRate);
    };
    write();
    return player?.subscribe(write);
  }, [player, frameRate]);
  return (
    <button type="button" onClick={onClick} title="Type a time" className={`${FIELD_CLASS} hover:bg-sunken`}>
      <span className="sr-only">Playhead at </span>
      <span ref={text} suppressHydrationWarning />
    </button>
  );
}

function TypedTime({ frameRate, onDone }: { frameRate: Rational; onDone: () => void }) {
  const player = usePlayer();
  const [text, setText] = useState(() => formatTimecode(player?.getState().frame ?? 0, frameRate));
  const frame = parseTimecode(text, frameRate);
  const go = () => {
    if (frame !== null) player?.seek(frame);
    onDone();
  };
  return (
    <input
      autoFocus
      value={text}
      aria-label="Time of the playhead: minutes, seconds and frames, or seconds"
      aria-invalid={frame === null}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => setText(target.value)}
      onBlur={go}
      onKeyDown={(event) => {
        if (event.key === 'Enter') go();
        if (event.key === 'Escape') onDone();
      }}
      className={`${FIELD_CLASS} border border-line-strong bg-surface aria-invalid:border-danger`}
    />
  );
}
