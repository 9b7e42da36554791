/**
 * What can be taken hold of on the stage: a timeline and a frame in; the elements of the open scope that are on then, bottom to top, with where they
 * are seen, out. Places are those of the core, moved by keyframes, animations and transitions; what is faded out can be taken hold of as well.
 */
import { frameAt, itemAt, type DrawItem } from '#lib/composition/frame-at';
import { frameToSeconds } from '#lib/composition/frame-rate';
import { listElements } from '#lib/composition/list-elements';
import type { MediaFactsBySource, Rational } from '#lib/composition/media-facts';
import type { Composition, Element } from '#lib/composition/schema/composition';
import type { Box, Layer, Timeline } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';
import { applyMatrix, IDENTITY, invertMatrix, multiplyMatrices, type CanvasMatrix, type CanvasPoint } from '#lib/editor/canvas-matrix';
import type { EditorState, ElementKey } from '#lib/editor/editor-state';
import { frameBoxOf } from '#lib/editor/frame-box';

export interface StageTarget {
  key: ElementKey;
  element: Element;
  layer: Layer;
  /** The element's own box on the canvas of the scope, before scale and turn: what its handles are around. */
  box: Box;
  /** Where it is hit, likewise: of a text its letters, else what is drawn. */
  area: Box;
  /** Of a picture, the part of its upright source that is drawn; null of all else. */
  crop: Box | null;
  scaleX: number;
  scaleY: number;
  rotationDegrees: number;
  /** From before scale and turn to where it is seen, both on the canvas of the scope. */
  matrix: CanvasMatrix;
  /** On the element's own clock, and how long it lasts. */
  moment: { seconds: number; durationSeconds: number };
  /** False: it is on, and nothing of it is seen at this moment. */
  isSeen: boolean;
  /** Its track is: it is neither hit nor changed. */
  isLocked: boolean;
}

export interface StageScene {
  /** Bottom to top. */
  targets: readonly StageTarget[];
  /** Of the scope. */
  canvas: Size;
  /** From the scope's canvas to that of the composition. */
  matrix: CanvasMatrix;
  /** On the clock of the scope. */
  atSeconds: number;
  /** A group is open. */
  isGroup: boolean;
}

export interface StageMoment {
  timeline: Timeline;
  frame: number;
  facts: MediaFactsBySource;
  /** Of the open scope (`listLockedKeys`); absent: nothing is locked. */
  lockedKeys?: ReadonlySet<ElementKey>;
}

interface OpenedScene extends Omit<StageScene, 'targets' | 'atSeconds' | 'isGroup'> {
  layers: readonly Layer[];
  startFrame: number;
}

/** Null when the open group is not on at the frame. */
export function stageSceneOf({ composition, scope }: Pick<EditorState, 'composition' | 'scope'>, { timeline, frame, facts, lockedKeys }: StageMoment): StageScene | null {
  const { frameRate } = timeline;
  let scene: OpenedScene | null = { layers: timeline.layers, startFrame: 0, canvas: { widthPx: timeline.widthPx, heightPx: timeline.heightPx }, matrix: IDENTITY };
  for (const key of listOpenGroups(composition, scope)) scene = scene === null ? null : openGroup(scene, key, { frame, frameRate });
  if (scene === null) return null;
  const { layers, startFrame, canvas, matrix } = scene;
  const seen = new Set(frameAt({ layers: [...layers], frameRate }, frame).map(({ layer }) => layer));
  const elements = new Map(listElements(composition).map(({ elementId, element }) => [elementId, element]));
  const targets = layers.flatMap((layer): StageTarget[] => {
    const element = elements.get(layer.elementId);
    const item = isOn(layer, frame) ? placedItem(layer, frame, frameRate) : null;
    return item === null || element === undefined ? [] : [toTarget(item, { layer, element, canvas, facts, frame, frameRate, isSeen: seen.has(layer), isLocked: lockedKeys?.has(layer.elementId) ?? false })];
  });
  return { targets, canvas, matrix, atSeconds: frameToSeconds(frame - startFrame, frameRate), isGroup: scope !== null };
}

function openGroup(scene: OpenedScene, key: ElementKey, { frame, frameRate }: { frame: number; frameRate: Rational }): OpenedScene | null {
  const group = scene.layers.find((layer) => layer.elementId === key && isOn(layer, frame));
  const item = group?.type === 'group' ? placedItem(group, frame, frameRate) : null;
  if (group?.type !== 'group' || item === null) return null;
  const { box } = item;
  const { widthPx, heightPx } = group.canvas;
  const placed: CanvasMatrix = { ...IDENTITY, a: box.widthPx / widthPx, d: box.heightPx / heightPx, e: box.xPx, f: box.yPx };
  return { layers: group.layers, startFrame: group.startFrame, canvas: { widthPx, heightPx }, matrix: multiplyMatrices(scene.matrix, multiplyMatrices(matrixOf(item), placed)) };
}

/** Keys of a group and of those it is in, the outermost first. */
function listOpenGroups(composition: Composition, scope: ElementKey | null): ElementKey[] {
  if (scope === null) return [];
  const all = listElements(composition);
  const path = all.find(({ elementId }) => elementId === scope)?.path.join('.') ?? '';
  return all.filter((other) => path === other.path.join('.') || path.startsWith(`${other.path.join('.')}.`)).map(({ elementId }) => elementId);
}

const isOn = ({ startFrame, endFrame }: Layer, frame: number): boolean => startFrame <= frame && frame < endFrame;

/** As drawn, but never faded or hidden by a transition: where it is, not how much of it is seen. */
function placedItem(layer: Layer, frame: number, frameRate: Rational): DrawItem | null {
  const motion = layer.motion === null ? null : { clips: [], channels: layer.motion.channels.filter(({ property }) => property !== 'opacity') };
  const bare = layer.type === 'group' ? { ...layer, layers: [] } : layer;
  return itemAt({ ...bare, motion, opacity: 1, look: null }, frame, frameRate);
}

interface TargetContext extends Pick<StageTarget, 'layer' | 'element' | 'isSeen' | 'isLocked'> {
  canvas: Size;
  facts: MediaFactsBySource;
  frame: number;
  frameRate: Rational;
}

function toTarget(item: DrawItem, { layer, element, isSeen, isLocked, canvas, facts, frame, frameRate }: TargetContext): StageTarget {
  const { box: drawn, crop, scaleX, scaleY, rotationDegrees } = item;
  const moment = { seconds: frameToSeconds(frame - layer.startFrame, frameRate), durationSeconds: frameToSeconds(layer.endFrame - layer.startFrame, frameRate) };
  const box = frameBoxOf(element, item, { canvas, facts, ...moment });
  return { key: layer.elementId, element, layer, box, area: areaOf(layer, drawn), crop, scaleX, scaleY, rotationDegrees, matrix: matrixOf(item), moment, isSeen, isLocked };
}

function areaOf(layer: Layer, drawn: Box): Box {
  if (layer.type !== 'text') return drawn;
  const { leftPx, topPx, rightPx, bottomPx } = layer.layout.bounds;
  return { xPx: drawn.xPx + leftPx, yPx: drawn.yPx + topPx, widthPx: rightPx - leftPx, heightPx: bottomPx - topPx };
}

/** Scaled and turned about the centre of the box that is drawn, as `draw` does it. */
function matrixOf({ box, scaleX, scaleY, rotationDegrees }: Pick<DrawItem, 'box' | 'scaleX' | 'scaleY' | 'rotationDegrees'>): CanvasMatrix {
  const angle = (rotationDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const centre: CanvasPoint = { xPx: box.xPx + box.widthPx / 2, yPx: box.yPx + box.heightPx / 2 };
  const turned: CanvasMatrix = { a: cos * scaleX, b: sin * scaleX, c: -sin * scaleY, d: cos * scaleY, e: centre.xPx, f: centre.yPx };
  return multiplyMatrices(turned, { ...IDENTITY, e: -centre.xPx, f: -centre.yPx });
}

/** Corners clockwise from the left upper one, where they are seen on the scope's canvas. */
export function cornersOf({ matrix, box: { xPx, yPx, widthPx, heightPx } }: Pick<StageTarget, 'matrix' | 'box'>): [CanvasPoint, CanvasPoint, CanvasPoint, CanvasPoint] {
  const at = (x: number, y: number): CanvasPoint => applyMatrix(matrix, { xPx: x, yPx: y });
  return [at(xPx, yPx), at(xPx + widthPx, yPx), at(xPx + widthPx, yPx + heightPx), at(xPx, yPx + heightPx)];
}

/** The smallest upright box around what is seen of all of them. */
export function boxAround(targets: readonly Pick<StageTarget, 'matrix' | 'box'>[]): Box {
  const corners = targets.flatMap(cornersOf);
  const xs = corners.map(({ xPx }) => xPx);
  const ys = corners.map(({ yPx }) => yPx);
  const [xPx, yPx] = [Math.min(...xs), Math.min(...ys)];
  return { xPx, yPx, widthPx: Math.max(...xs) - xPx, heightPx: Math.max(...ys) - yPx };
}

/** Those at a point of the scope's canvas, the topmost first; what is locked lets the pointer through. */
export function hitTargets(targets: readonly StageTarget[], point: CanvasPoint): StageTarget[] {
  return targets.filter((target) => target.isSeen && !target.isLocked && isHit(target, point)).toReversed();
}

function isHit({ matrix, area }: StageTarget, point: CanvasPoint): boolean {
  const { xPx, yPx } = applyMatrix(invertMatrix(matrix), point);
  return xPx >= area.xPx && xPx <= area.xPx + area.widthPx && yPx >= area.yPx && yPx <= area.yPx + area.heightPx;
}

/** Those of which a box that was drawn holds some part. */
export function targetsWithin(targets: readonly StageTarget[], { xPx, yPx, widthPx, heightPx }: Box): StageTarget[] {
  return targets.filter((target) => {
    const around = boxAround([target]);
    return target.isSeen && !target.isLocked && around.xPx < xPx + widthPx && around.xPx + around.widthPx > xPx && around.yPx < yPx + heightPx && around.yPx + around.heightPx > yPx;
  });
}
