/** The ids of the regions that actions have to find. */
export const TIMELINE_REGION_ID = 'timeline';
