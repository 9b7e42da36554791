/** How the inspector is divided: which group each property of the language is shown in, in order. A test holds it to the schema: none is forgotten. */

export const PROPERTY_GROUPS = ['Text', 'Picture', 'Shape', 'Layout', 'Style', 'Motion', 'Sound', 'Time', 'Element', 'Canvas'] as const;
export type PropertyGroup = (typeof PROPERTY_GROUPS)[number];

/** In the order they are shown in. */
export const GROUPED_PROPERTIES: Record<Exclude<PropertyGroup, 'Canvas'>, readonly string[]> = {
  Text: [
    'text', 'spans', 'font_family', 'font_weight', 'font_style', 'font_size', 'font_size_minimum', 'font_size_maximum', 'letter_spacing', 'line_height', 'text_transform',
    'text_wrap', 'text_clip', 'background_color', 'background_mode', 'background_x_padding', 'background_y_padding', 'background_border_radius',
  ],
  Picture: ['source', 'fit_mode', 'crop', 'chroma_key'],
  Shape: ['shape', 'points', 'path', 'view_box', 'path_fit', 'fill', 'stroke_dash', 'stroke_cap', 'stroke_join'],
  Layout: ['x', 'y', 'width', 'height', 'aspect_ratio', 'x_anchor', 'y_anchor', 'rotation', 'x_scale', 'y_scale', 'x_alignment', 'y_alignment', 'flip'],
  Style: [
    'fill_color', 'opacity', 'visible', 'border_radius', 'stroke_color', 'stroke_width', 'shadow_color', 'shadow_blur', 'shadow_x', 'shadow_y', 'blur_radius', 'color_filter', 'color_filter_value',
    'color_overlay', 'blend_mode', 'mask_mode',
  ],
  Motion: ['animations', 'transition'],
  Sound: ['volume', 'muted', 'audio_fade_in', 'audio_fade_out'],
  Time: ['time', 'duration', 'trim_start', 'trim_duration', 'loop', 'track'],
  Element: ['name', 'id'],
};

/** Not for forms: what an element is, and what is in a group. */
export const STRUCTURAL_PROPERTIES: readonly string[] = ['type', 'elements'];
