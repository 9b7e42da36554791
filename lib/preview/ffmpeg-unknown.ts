/** Facts that only FFmpeg needs and a browser does not find out. */
export const FFMPEG_UNKNOWN = { codec: '', decoder: null, pixelFormat: '', streamIndex: 0, demuxer: '' } as const;
