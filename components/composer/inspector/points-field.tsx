/**
 * Points in percent of a box, on a pad: dots are dragged or moved by the arrow keys; of a polygon a press on the pad adds one, and Delete takes one away. Below,
 * the numbers as they are written.
 */
'use client';

import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { JsonField } from '#components/composer/inspector/text-field';
import { useField, type FieldProps } from '#components/composer/inspector/use-field';
import { ARROWS } from '#components/composer/stage/arrow-keys';
import { addPoint, movePoint, removePoint, type SharePoint } from '#lib/editor/edit-points';

interface PointsFieldProps extends FieldProps {
  /** What is drawn between the points, and what can be done with them. */
  form: 'polygon' | 'line' | 'point';
}

/** Of a polygon. */
const POINTS_MIN = 3;

export function PointsField(props: PointsFieldProps) {
  const { property, path, value, isMixed, form } = props;
  const { target } = useField(path);
  const pad = useRef<SVGSVGElement>(null);
  const dragged = useRef<number | null>(null);
  const written = value ?? property.default ?? (form === 'line' ? MIDDLE_LINE : undefined);
  const points: unknown = form === 'point' ? [written] : written;
  if (isMixed || !arePoints(points)) return <JsonField {...props} />;

  const toValue = (next: readonly SharePoint[]): unknown => (form === 'point' ? next[0] : next);
  const at = ({ clientX, clientY }: PointerEvent): SharePoint => {
    const { left = 0, top = 0, width = 1, height = 1 } = pad.current?.getBoundingClientRect() ?? {};
    return [toPad(clientX - left, width), toPad(clientY - top, height)];
  };
  const take = (event: PointerEvent<SVGElement>, index: number): void => {
    event.stopPropagation();
    event.currentTarget.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = index;
    target.begin('Move point');
  };
  const follow = (event: PointerEvent): void => {
    if (dragged.current !== null) target.preview(path, toValue(movePoint(points, dragged.current, at(event))));
  };
  const settle = (finish: () => void) => (): void => {
    if (dragged.current !== null) finish();
    dragged.current = null;
  };
  const press = (event: KeyboardEvent, index: number): void => {
    const arrow = ARROWS[event.key];
    const point = points[index];
    if (arrow !== undefined && point !== undefined) {
      const step = event.shiftKey ? 10 : 1;
      target.set(path, toValue(movePoint(points, index, [point[0] + arrow[0] * step, point[1] + arrow[1] * step])), `point ${path.join('.')} ${index}`);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && form === 'polygon') target.set(path, removePoint(points, index, POINTS_MIN));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <JsonField {...props} />
      <div className="px-3 py-1">
        <svg
          ref={pad}
          viewBox={`${-PAD} ${-PAD} ${100 + 2 * PAD} ${100 + 2 * PAD}`}
          role="group"
          aria-label={property.label}
          className={`mx-auto block h-40 touch-none rounded-md border border-line bg-sunken ${form === 'polygon' ? 'cursor-copy' : ''}`}
          onPointerDown={(event) => form === 'polygon' && target.set(path, addPoint(points, at(event)).points)}
        >
          <rect width={100} height={100} className="pointer-events-none fill-none stroke-line-strong" strokeWidth={0.6} strokeDasharray="2 2" />
          {form !== 'point' && <polygon points={points.map((point) => point.join(',')).join(' ')} className="pointer-events-none fill-accent-soft stroke-accent" strokeWidth={1} />}
          {points.map((point, index) => (
            <circle
              key={index}
              cx={point[0]}
              cy={point[1]}
              r={4}
              role="button"
              tabIndex={0}
              aria-label={`Point ${index + 1}: ${point[0]} across, ${point[1]} down`}
              className="cursor-grab fill-surface stroke-accent outline-none focus-visible:fill-accent"
              strokeWidth={1.5}
              onPointerDown={(event) => take(event, index)}
              onPointerMove={follow}
              onPointerUp={settle(target.end)}
              onPointerCancel={settle(target.cancel)}
              onKeyDown={(event) => press(event, index)}
            />
          ))}
        </svg>
      </div>
    </>
  );
}

/** Room around the box, so that a dot at its edge can be taken hold of; in its percents. */
const PAD = 8;

const toPad = (px: number, wholePx: number): number => (px / wholePx) * (100 + 2 * PAD) - PAD;

/** From the middle of the left side to the middle of the right, as the schema says. */
const MIDDLE_LINE: readonly SharePoint[] = [[0, 50], [100, 50]];

const arePoints = (points: unknown): points is SharePoint[] => Array.isArray(points) && points.every(isPoint);

const isPoint = (point: unknown): point is SharePoint => Array.isArray(point) && point.length === 2 && point.every((share) => typeof share === 'number');
