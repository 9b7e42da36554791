/** Notes how much space a folder for temporary files takes and has left. */
import { getSupabase, takeData } from '#lib/db/supabase';

export interface TempFolderReport {
  host: string;
  path: string;
  usedBytes: number;
  freeBytes: number;
}

export async function reportTempFolder({ host, path, usedBytes, freeBytes }: TempFolderReport): Promise<void> {
  takeData(await getSupabase().rpc('report_temp_folder', { p_host: host, p_path: path, p_used_bytes: usedBytes, p_free_bytes: freeBytes }), 'note the temporary space');
}
