/** Easings: how a value goes from one keyframe to the next. Names and numbers in, the eased fraction out. Pure. */

export type Easing = { kind: 'linear' };
