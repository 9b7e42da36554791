/**
 * Time as editors read it: frames as hours:minutes:seconds:frames and back. Frames are counted at the next whole rate and none is dropped (non-drop
 * timecode): at 29.97 frames a second an hour of timecode lasts 3.6 s longer than an hour.
 */
import { secondsToFrame } from '#lib/composition/frame-rate';
import type { Rational } from '#lib/composition/media-facts';

/** 30 of 29.97. */
export function framesPerTimecodeSecond({ numerator, denominator }: Rational): number {
  return Math.max(1, Math.round(numerator / denominator));
}

/** "00:04:12"; with hours only where there are any: "1:00:04:12". */
export function formatTimecode(frame: number, rate: Rational): string {
  const base = framesPerTimecodeSecond(rate);
  const sign = frame < 0 ? '-' : '';
  const whole = Math.abs(Math.round(frame));
  const seconds = Math.floor(whole / base);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60, whole % base].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3600);
  return `${sign}${hours > 0 ? `${hours}:` : ''}${parts.join(':')}`;
}

/**
 * What people type: "4:12" is seconds and frames, "1:04:12" minutes, seconds and frames, "1:00:04:12" with hours; "4.5" and "4.5s" are seconds, "112f" is frames.
 * The frame, or null when it is none of these.
 */
export function parseTimecode(text: string, rate: Rational): number | null {
  const trimmed = text.trim().toLowerCase();
  if (/^\d+f$/.test(trimmed)) return Number.parseInt(trimmed, 10);
  if (/^(\d+(\.\d*)?|\.\d+) ?s?$/.test(trimmed)) return secondsToFrame(Number.parseFloat(trimmed), rate);
  if (!/^\d+(:\d{1,2}){1,3}$/.test(trimmed)) return null;
  const [frames = 0, seconds = 0, minutes = 0, hours = 0] = trimmed.split(':').map(Number).toReversed();
  return ((hours * 60 + minutes) * 60 + seconds) * framesPerTimecodeSecond(rate) + frames;
}
