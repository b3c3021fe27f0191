/** What a cohort is judged by: a snapshot taken when it is opened. */
export interface CohortRules {
  /** Components with their weights in basis points, in the order of the gradebook. */
  components: { key: string; name: string; weight: number }[];
  /** Certificate requirements as data; `results/requirements.ts` reads them. */
  requirements: unknown[];
  criticalAspects: { key: string; name: string }[];
  attendance: {
    /** So many lates count as one absence. */
    latesPerAbsence: number;
    /** At most so many excused or sick meetings are repaired by a make-up task. */
    repairable: number;
    lateAfterMinutes: number;
  };
  certificate: {
    /** `{urut4}/KKP-{angkatanRomawi}/PLUT-KT/{bulanRomawi}/{tahun}` */
    numberTemplate: string;
    place: string;
  };
}

/** What a cohort starts with where staff say nothing else (curriculum: presensi and sertifikat). */
export const defaultAttendance: CohortRules['attendance'] = {
  latesPerAbsence: 3,
  repairable: 2,
  lateAfterMinutes: 15,
};
export const defaultCertificate: CohortRules['certificate'] = {
  numberTemplate: '{urut4}/KKP-{angkatanRomawi}/PLUT-KT/{bulanRomawi}/{tahun}',
  place: 'Palangka Raya',
};
