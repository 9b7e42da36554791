/** The body of POST /api/v1/uploads: any value and the size limit in, what is to be uploaded out, or every problem at once. Pure. */
import { z } from 'zod';
import { expected } from '#lib/composition/schema/expected';
import { FONT_BYTES_MAX } from '#lib/composition/limits';
import { invalidRequest } from '#lib/api/error-response';
import { refuseValues } from '#lib/api/refuse-values';
import { agrees, extensionOf, UPLOAD_FORMATS, type UploadFormat } from '#lib/uploads/upload-formats';

const NAME_LENGTH_MAX = 255;
const TYPE_LENGTH_MAX = 100;
const nameError = expected(`the name of a file, of at most ${NAME_LENGTH_MAX} characters`);
const sizeError = expected('the size of the file in bytes, a whole number above 0');
const typeError = expected('the media type of the file, or "" where it is not known');

const requestSchema = z.strictObject(
  {
    filename: z.string({ error: nameError }).min(1, { error: nameError }).max(NAME_LENGTH_MAX, { error: nameError }),
    size_bytes: z.int({ error: sizeError }).positive({ error: sizeError }),
    content_type: z.string({ error: typeError }).max(TYPE_LENGTH_MAX, { error: typeError }).optional(),
  },
  { error: expected('an object with filename and size_bytes') },
);

export interface UploadRequest extends UploadFormat {
  extension: string;
  sizeBytes: number;
}

/** Throws REQUEST_INVALID. */
export function parseUploadRequest(value: unknown, sizeBytesMax: number): UploadRequest {
  const parsed = requestSchema.safeParse(value);
  if (!parsed.success) throw refuseValues(parsed.error);
  const { filename, size_bytes: sizeBytes, content_type: contentType = '' } = parsed.data;
  const extension = extensionOf(filename);
  const found = UPLOAD_FORMATS[extension];
  if (found === undefined) throw refused('filename', `must end in one of ${Object.keys(UPLOAD_FORMATS).join(', ')}`, 'unsupported_format');
  if (!agrees(found, contentType)) throw refused('content_type', `must be of a file of its name (${found.contentType}), not "${contentType}"`, 'unsupported_format');
  const limit = found.kind === 'font' ? Math.min(sizeBytesMax, FONT_BYTES_MAX) : sizeBytesMax;
  if (sizeBytes > limit) throw refused('size_bytes', `must be at most ${limit} (${Math.floor(limit / 1024 / 1024)} MB), not ${sizeBytes}`, 'too_large');
  return { ...found, extension, sizeBytes };
}

function refused(path: string, message: string, code: string) {
  return invalidRequest([{ path, message, code }]);
}
