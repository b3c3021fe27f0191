/** How a cohort counts attendance. */
export interface AttendanceSettings {
  /** Whole minutes after the start that still count as on time. */
  readonly graceMinutes: number;
  /** So many late arrivals make one absence; null where lateness never does. */
  readonly latesPerAbsence: number | null;
  /** At most so many excused or sick meetings are repaired by a make-up task. */
  readonly maxRepaired: number;
}

/** What a cohort is judged by: a snapshot taken when it is opened. */
export interface CohortRules {
  /** Components with their weights in basis points, in the order of the gradebook. */
  components: { key: string; name: string; weight: number }[];
  /** Certificate requirements as data; `results/requirements.ts` reads them. */
  requirements: unknown[];
  criticalAspects: { key: string; name: string }[];
  attendance: AttendanceSettings;
  certificate: {
    /** `{urut4}/KKP-{angkatanRomawi}/PLUT-KT/{bulanRomawi}/{tahun}` */
    numberTemplate: string;
    place: string;
  };
}

/** What a cohort starts with where staff say nothing else (curriculum: presensi and sertifikat). */
export const defaultAttendance: AttendanceSettings = { graceMinutes: 15, latesPerAbsence: 3, maxRepaired: 2 };
export const defaultCertificate: CohortRules['certificate'] = {
  numberTemplate: '{urut4}/KKP-{angkatanRomawi}/PLUT-KT/{bulanRomawi}/{tahun}',
  place: 'Palangka Raya',
};
