/**
 * XML of the S3 protocol: a request's document checked by a zod schema into values, and values into an answer's document.
 * Every value is text; the elements that repeat are always arrays.
 */
import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import type { z } from 'zod';

import { S3Error } from '#lib/embedded/s3/s3-error';

const REPEATED = new Set(['AllowedHeader', 'AllowedMethod', 'AllowedOrigin', 'CORSRule', 'ExposeHeader', 'Object', 'Part', 'Rule']);

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  // Numeric references too: clients write the line breaks of a key as &#xA;.
  htmlEntities: true,
  // A key may begin or end with a space; the white space between elements is dropped below instead.
  trimValues: false,
  tagValueProcessor: (...[, value, , , isLeaf]) => (isLeaf ? value : ''),
  isArray: (name) => REPEATED.has(name),
});
const builder = new XMLBuilder({ suppressEmptyNode: false });

/** The document under its root element, as `schema` describes it. Throws MalformedXML. */
export function parseXml<T>(text: string, root: string, schema: z.ZodType<T>): T {
  // A document type would bring entities of the sender's making; no S3 request has one.
  if (/<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true) throw malformed();
  const document: unknown = parser.parse(text);
  const content = typeof document === 'object' && document !== null ? (document as Record<string, unknown>)[root] : undefined;
  const parsed = schema.safeParse(content);
  if (!parsed.success) throw malformed();
  return parsed.data;
}

/** `content` as an XML document; arrays become repeated elements, `undefined` is left out. */
export function toXml(root: string, content: object): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: content })}`;
}

function malformed(): S3Error {
  return new S3Error('MalformedXML', 'The XML you provided was not well-formed or did not validate against our published schema');
}
