/** A place in an element's box: [across, down], each in percent. */
import { z } from 'zod';
import { expected } from '#lib/composition/schema/expected';

const error = expected('a point [x, y], both from 0 to 100 (percent of the box)');
const percent = z.number({ error }).min(0, { error }).max(100, { error });

export const pointSchema = z.tuple([percent, percent], { error });
