/** The storage of this web process: nothing in, the one door to the bucket, with every operation recorded, out. */
import { getConfig } from '#lib/config';
import { recordStorageOperation } from '#lib/db/record-storage-operation';
import { processWide } from '#lib/process-wide';
import { createStorage, type Storage } from '#lib/storage/storage';

export function getWebStorage(): Storage {
  return processWide('web-storage', () => createStorage(getConfig().storage, recordStorageOperation));
}
