/** What is let in by its first bytes, and as what. */
import { describe, expect, it } from 'vitest';
import { SNIFF_BYTES, sniffSource } from '#worker/media/sniff';

/** Bytes written as latin-1, filled up with zeros to the length that is sniffed. */
const head = (text: string, length = SNIFF_BYTES): Buffer => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(length)]).subarray(0, length);
const box = (type: string, content: string): string => `\0\0\0${String.fromCharCode(8 + content.length)}${type}${content}`;
const transportStream = Buffer.alloc(SNIFF_BYTES);
[0, 188, 376, 564].forEach((offset) => (transportStream[offset] = 0x47));

describe('sniffSource', () => {
  it.each([
    ['mp4', head(box('ftyp', 'isom\0\0\0\x01isomavc1')), 'mov', '.mp4'],
    ['QuickTime', head(box('ftyp', 'qt  \0\0\0\x01qt  ')), 'mov', '.mp4'],
    ['old QuickTime', head('\0\0\0\x08wide\0\0\0\x10mdat'), 'mov', '.mp4'],
    ['webm', head('\x1a\x45\xdf\xa3'), 'matroska', '.mkv'],
    ['AVI', head('RIFF\0\0\0\0AVI LIST'), 'avi', '.avi'],
    ['MPEG-TS', transportStream, 'mpegts', '.ts'],
    ['GIF', head('GIF89a'), 'gif', '.gif'],
  ])('takes %s as a video', (_name, bytes, demuxer, extension) => {
    expect(sniffSource(bytes, 'video')).toMatchObject({ demuxer, extension });
  });

  it.each([
    ['JPEG', head('\xff\xd8\xff\xe0'), 'jpeg_pipe'],
    ['PNG', head('\x89PNG\r\n\x1a\n'), 'png_pipe'],
    ['WebP', head('RIFF\0\0\0\0WEBPVP8 '), 'webp_pipe'],
    ['BMP', head('BM\0\0\0\0\0\0\0\0\0\0\0\0\x28\0\0\0'), 'bmp_pipe'],
    ['GIF', head('GIF87a'), 'gif'],
    ['SVG', head('<svg xmlns="http://www.w3.org/2000/svg">'), 'none'],
    ['SVG with a prolog', head('\xef\xbb\xbf <?xml version="1.0"?>\n<!-- made -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg>'), 'none'],
    ['SVG with a prefix', head('<!-- made --><svg:svg xmlns:svg="http://www.w3.org/2000/svg">'), 'none'],
  ])('takes %s as an image', (_name, bytes, demuxer) => expect(sniffSource(bytes, 'image')).toMatchObject({ demuxer }));

  it.each([
    ['MP3 with a tag', head('ID3\x03'), 'mp3', '.mp3'],
    ['MP3 without one', head('\xff\xfb\x90\x64'), 'mp3', '.mp3'],
    ['MP3 of a low rate', head('\xff\xf3\x40\xc4'), 'mp3', '.mp3'],
    ['WAV', head('RIFF\0\0\0\0WAVEfmt '), 'wav', '.wav'],
    ['FLAC', head('fLaC\0\0\0\x22'), 'flac', '.flac'],
    ['Ogg', head('OggS\0\x02'), 'ogg', '.ogg'],
    ['AAC', head('\xff\xf1\x50\x80'), 'aac', '.aac'],
    ['M4A', head(box('ftyp', 'M4A \0\0\x02\0M4A isom')), 'mov', '.mp4'],
    ['the sound of a video', head('\x1a\x45\xdf\xa3'), 'matroska', '.mkv'],
  ])('takes %s as an audio', (_name, bytes, demuxer, extension) => {
    expect(sniffSource(bytes, 'audio')).toMatchObject({ demuxer, extension });
  });

  it.each([
    ['all ones', '\xff\xff\xff\xff'],
    ['a forbidden bit rate', '\xff\xfb\xf0\x64'],
    ['a forbidden sample rate', '\xff\xfb\x9c\x64'],
    ['layer I', '\xff\xff\x90\x64'],
    ['text in UTF-16', '\xff\xfeh\0e\0'],
  ])('does not take %s for MPEG audio', (_name, text) => {
    expect(() => sniffSource(head(text), 'audio')).toThrow(expect.objectContaining({ code: 'SOURCE_NOT_MEDIA' }));
  });

  it.each([
    ['a web page', '<!doctype html><html>'],
    ['an HLS playlist', '#EXTM3U\n#EXT-X-TARGETDURATION:1\n'],
    ['an HLS playlist after a byte order mark', '\xef\xbb\xbf#EXTM3U\n'],
    ['a DASH manifest', '<?xml version="1.0"?><MPD>'],
    ['an FFmpeg list', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
    ['an FFmpeg metadata script', ';FFMETADATA1\n'],
    ['a web page with an SVG in it', '<!doctype html><svg xmlns="http://www.w3.org/2000/svg">'],
    ['XML that is no SVG', '<?xml version="1.0"?><!-- <g --><rss>'],
    ['SVG in UTF-16', '\xff\xfe<\0s\0v\0g\0 \0'],
    ['a zip', 'PK\x03\x04'],
    ['a PDF', '%PDF-1.7'],
    ['an SDP', 'v=0\no=- 0 0 IN IP4 127.0.0.1\n'],
    ['subtitles', '1\n00:00:00,000 --> 00:00:01,000\n'],
    ['text that begins like a bitmap', 'BMW is a maker of cars'],
    ['one byte of a transport stream', 'G'],
    ['AVIF', box('ftyp', 'avif\0\0\0\0avifmif1')],
    ['HEIC', box('ftyp', 'heic\0\0\0\0mif1heic')],
    ['animated WebP', 'RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0'],
    ['nothing', ''],
  ])('refuses %s', (_name, text) => {
    for (const kind of ['video', 'image', 'audio'] as const) {
      expect(() => sniffSource(head(text), kind), kind).toThrow(expect.objectContaining({ code: expect.stringMatching(/^SOURCE_(NOT_MEDIA|WRONG_KIND)$/) }));
    }
    expect(() => sniffSource(head(text), 'image')).toThrow(expect.objectContaining({ code: 'SOURCE_NOT_MEDIA' }));
  });

  it.each([1, 3, 8, 12, 20])('refuses a file of %i bytes without reading beyond it', (length) => {
    expect(() => sniffSource(head('\0\0', length), 'video')).toThrow(expect.objectContaining({ code: 'SOURCE_NOT_MEDIA' }));
  });

  it('names both kinds when a source stands in an element of another', () => {
    expect(() => sniffSource(head('\x89PNG\r\n\x1a\n'), 'video')).toThrow('The source is an image (PNG), but the element is of type video');
    expect(() => sniffSource(head('\x1a\x45\xdf\xa3'), 'image')).toThrow('The source is a video (WebM or Matroska), but the element is of type image');
    expect(() => sniffSource(head('ID3\x03'), 'video')).toThrow('The source is a sound (MP3), but the element is of type video');
    expect(() => sniffSource(head('\x89PNG\r\n\x1a\n'), 'audio')).toThrow('The source is an image (PNG), but the element is of type audio');
  });
});
