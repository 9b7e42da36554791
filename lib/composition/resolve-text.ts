/** A `text` element becomes a layer that carries its words laid out; it lasts as long as it is asked to. */
import { placeFrame } from '#lib/composition/geometry';
import { tooLargeProblem } from '#lib/composition/resolve-media';
import { resolveTextAnimations } from '#lib/composition/resolve-text-animations';
import { isEverSeen, resolvePicture, wholeOf } from '#lib/composition/resolve-picture';
import type { ElementOutcome, ResolveContext } from '#lib/composition/resolved-element';
import type { PictureProperties } from '#lib/composition/schema/picture';
import type { TextElement } from '#lib/composition/schema/text-element';
import type { VisualProperties } from '#lib/composition/schema/visual-element';
import { isKeyframes, stillOf } from '#lib/composition/still-properties';
import { layoutText } from '#lib/composition/text/layout-text';
import { fontSizeToPx, toMeasure, toStyledText, type StyledText } from '#lib/composition/text/styled-text';
import type { TextBackground, TextBox } from '#lib/composition/text/text-box';
import type { TextFonts } from '#lib/composition/text/text-fonts';
import type { TextLayout } from '#lib/composition/text/text-layout';
import { normalizeColor, ratioToNumber, type Size } from '#lib/composition/units';

const FONT_SIZE_MINIMUM_DEFAULT = '1vmin';
const FONT_SIZE_MAXIMUM_DEFAULT = '100vmin';
const LINE_HEIGHT_DEFAULT = 1.2;
const PADDING_X_DEFAULT = '25%';
const PADDING_Y_DEFAULT = '10%';
const ALIGNMENT_DEFAULT = '50%';

/** Throws when the caller brought no fonts. */
export function resolveText(element: TextElement, context: ResolveContext): ElementOutcome {
  const { canvas, fonts } = context;
  if (fonts === null) throw new Error(`No fonts for the text of element ${context.elementId}`);
  const { sized, size, styled, layout } = layOut(element, canvas, fonts);
  const hasLineBackgrounds = element.background_color !== undefined && backgroundModeOf(element) === 'line';
  const { look: visual, toMotion, isTooLarge } = resolvePicture(sized, wholeOf(size), context);
  const { crop: _crop, fit: _fit, ...placed } = visual;
  const isVisible = isEverSeen(element, placed, canvas, overflowOf(layout, placed.box));
  if (isVisible && isTooLarge) return { ok: false, problem: tooLargeProblem(placed.box, context) };
  return {
    ok: true,
    resolved: {
      naturalLength: 'open',
      toLayer: (span) => {
        if (!isVisible) return null;
        const { elementId, track, startFrame, endFrame } = span;
        const layerTime = { frameRate: context.frameRate, durationFrames: endFrame - startFrame };
        const splits = resolveTextAnimations(element.animations ?? [], layout, { canvas, layerTime, text: styled.text, findLineBreaks: fonts.findLineBreaks, hasLineBackgrounds });
        return { type: 'text', elementId, track, startFrame, endFrame, ...placed, motion: toMotion(span), layout, splits };
      },
      toSound: () => null,
    },
  };
}

interface LaidOutText {
  sized: VisualProperties & PictureProperties;
  size: Size;
  styled: StyledText;
  layout: TextLayout;
}

/** The lines in their box, and the element as a picture that is stretched to it: as high as the lines where the letters' size is given and no height. */
function layOut(element: TextElement, canvas: Size, fonts: TextFonts): LaidOutText {
  const still = stillOf(element);
  const isAsHighAsLines = element.font_size !== undefined && still.height === undefined && still.aspect_ratio === undefined;
  const { widthPx, heightPx } = placeFrame(still.aspect_ratio === undefined ? { ...still, width: still.width ?? '100%', height: still.height ?? '100%' } : still, canvas, canvas).exactSize;
  const styled = toStyledText(element, canvas, fonts.families.defaultFamily);
  const { layout, neededHeightPx } = layoutText(styled, toTextBox(element, canvas, { widthPx, heightPx: isAsHighAsLines ? null : heightPx }), fonts);
  const size = { widthPx, heightPx: isAsHighAsLines ? Math.max(1, neededHeightPx) : heightPx };
  // A side under keyframes takes the other along, and the words with it.
  const isKeyed = isKeyframes(element.width) || isKeyframes(element.height);
  const sides = isKeyed || still.aspect_ratio !== undefined ? {} : { width: size.widthPx, height: size.heightPx };
  // The line around the letters is in the layout; the box has none.
  return { sized: { ...element, ...sides, fit_mode: 'fill', stroke_color: undefined, stroke_width: undefined }, size, styled, layout };
}

function toTextBox(element: TextElement, canvas: Size, size: Pick<TextBox, 'widthPx' | 'heightPx'>): TextBox {
  return {
    ...size,
    fontSizePx: element.font_size === undefined ? null : fontSizeToPx(element.font_size, canvas),
    fontSizeMinPx: fontSizeToPx(element.font_size_minimum ?? FONT_SIZE_MINIMUM_DEFAULT, canvas),
    fontSizeMaxPx: fontSizeToPx(element.font_size_maximum ?? FONT_SIZE_MAXIMUM_DEFAULT, canvas),
    lineHeight: ratioToNumber(element.line_height ?? LINE_HEIGHT_DEFAULT),
    isWrapped: element.text_wrap ?? true,
    isClipped: element.text_clip ?? false,
    alignX: ratioToNumber(element.x_alignment ?? ALIGNMENT_DEFAULT),
    alignY: ratioToNumber(element.y_alignment ?? ALIGNMENT_DEFAULT),
    background: toBackground(element, canvas),
  };
}

const backgroundModeOf = ({ background_mode: mode }: TextElement): TextBackground['mode'] => mode ?? 'line';

function toBackground(element: TextElement, canvas: Size): TextBackground | null {
  if (element.background_color === undefined) return null;
  return {
    color: normalizeColor(element.background_color),
    mode: backgroundModeOf(element),
    paddingX: toMeasure(element.background_x_padding ?? PADDING_X_DEFAULT, canvas),
    paddingY: toMeasure(element.background_y_padding ?? PADDING_Y_DEFAULT, canvas),
    radius: toMeasure(element.background_border_radius ?? 0, canvas),
  };
}

/** The same on all sides, as the box turns about its centre. */
function overflowOf({ bounds }: TextLayout, { widthPx, heightPx }: Size): number {
  return Math.ceil(Math.max(0, -bounds.leftPx, -bounds.topPx, bounds.rightPx - widthPx, bounds.bottomPx - heightPx));
}
