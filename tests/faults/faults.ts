/** Every fault there is, in the order of the table. */
import type { Fault } from '#tests/faults/fault';
import { JOB_FAULTS } from '#tests/faults/job-faults';
import { LINE_FAULTS } from '#tests/faults/line-faults';
import { PROCESS_FAULTS } from '#tests/faults/process-faults';

export const FAULTS: readonly Fault[] = [...PROCESS_FAULTS, ...LINE_FAULTS, ...JOB_FAULTS];
