/** A name with the titles before and after it: Dra. · Yosevina Tundan · M.Si. */
interface PrintedName {
  readonly before: string;
  readonly name: string;
  readonly after: string;
}

export interface Signatory {
  /** Plt., Plh., Pj. or a.n.; empty for who holds the office. */
  readonly prefix: string;
  readonly position: string;
  readonly name: PrintedName;
  readonly rank: string | null;
  /** 18 digits; null for those outside the civil service. */
  readonly nip: string | null;
}

interface TranscriptLine {
  readonly title: string;
  readonly hours: number;
}

export interface ScoreLine {
  readonly title: string;
  /** Basis points. */
  readonly weight: number;
  readonly score: number;
}

/** What is known when a certificate is issued. Dates are local, as 2027-11-18; scores in 1/100. */
export interface CertificateFacts {
  readonly number: string;
  /** 1 for the first printing; a reissue keeps the number and counts on. */
  readonly edition: number;
  readonly code: string;
  /** The address that the QR code holds. */
  readonly verifyUrl: string;
  readonly holder: {
    readonly name: PrintedName;
    readonly nim: string;
    /** The campus by its name of that day. */
    readonly campus: string;
    readonly studyProgramme: string | null;
  };
  readonly organiser: {
    /** From the highest office down; the last line is the issuing unit. */
    readonly letterhead: readonly string[];
    readonly name: string;
  };
  readonly course: { readonly title: string; readonly basis: string | null };
  readonly cohort: { readonly label: string; readonly ordinal: number };
  readonly period: { readonly from: string; readonly to: string; readonly place: string };
  readonly issued: { readonly place: string; readonly on: string };
  readonly signatories: readonly Signatory[];
  readonly modules: readonly TranscriptLine[];
  readonly practiceHours: number;
  readonly minutesPerHour: number;
  readonly components: readonly ScoreLine[];
  readonly finalScore: number;
  readonly attendance: { readonly present: number; readonly planned: number } | null;
}

/** The name as it is printed: titles before it, and those after it behind a comma. */
export function fullName({ before, name, after }: PrintedName): string {
  return [before, after ? `${name}, ${after}` : name].filter(Boolean).join(' ');
}
