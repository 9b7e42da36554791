/** A layer at another place of the canvas: whatever places it is moved, and so are its keyframes. */
import type { Motion, MotionProperty } from '#lib/composition/motion';
import type { Box, Layer, PictureFit } from '#lib/composition/timeline';

type Shift = Pick<Box, 'xPx' | 'yPx'>;

export function moveLayer(layer: Layer, shift: Shift): Layer {
  if (shift.xPx === 0 && shift.yPx === 0) return layer;
  const moved = { box: moveBox(layer.box, shift), motion: layer.motion === null ? null : moveMotion(layer.motion, shift) };
  return 'fit' in layer ? { ...layer, ...moved, fit: layer.fit === null ? null : moveFit(layer.fit, shift) } : { ...layer, ...moved };
}

const moveBox = (box: Box, { xPx, yPx }: Shift): Box => ({ ...box, xPx: box.xPx + xPx, yPx: box.yPx + yPx });

const moveFit = (fit: PictureFit, shift: Shift): PictureFit => ({ ...fit, frame: { ...fit.frame, box: moveBox(fit.frame.box, shift) } });

/** Channels that set a place; what is added to it or multiplies something else stays. */
function moveMotion({ channels, clips }: Motion, shift: Shift): Motion {
  const shiftOf = (property: MotionProperty): number => (property === 'xPx' || property === 'yPx' ? shift[property] : 0);
  return {
    clips,
    channels: channels.map((channel) => {
      if (channel.combine !== 'set') return channel;
      return { ...channel, keyframes: channel.keyframes.map((keyframe) => ({ ...keyframe, value: keyframe.value + shiftOf(channel.property) })) };
    }),
  };
}
