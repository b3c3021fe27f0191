/** What the office decides for all cohorts. A cohort keeps those of its opening where its rules hold them. */
export interface Settings {
  organiserName: string;
  /** The head of the certificate, from the highest office down; the last line is the issuing unit. One to four. */
  letterhead: readonly string[];
  certificatePlace: string;
  certificateNumberTemplate: string;
  /** The regulation or decree that the course rests on; '' where none is printed. */
  legalBasis: string;
  minutesPerHour: number;
  /** The office has one person only, who may confirm their own proposal of certificates. */
  onePersonOffice: boolean;
  /** Between the confirmation of certificates and their publication: so long they can be taken back. */
  undoMinutes: number;
  /** Answers to exit quizzes that were written in time but arrived late count. */
  lateAnswersCount: boolean;
}

export const defaultSettings: Settings = {
  organiserName: 'PLUT-KUMKM Kalimantan Tengah',
  letterhead: [
    'PEMERINTAH PROVINSI KALIMANTAN TENGAH',
    'DINAS KOPERASI DAN UKM',
    'Pusat Layanan Usaha Terpadu Koperasi dan UMKM (PLUT-KUMKM)',
  ],
  certificatePlace: 'Palangka Raya',
  certificateNumberTemplate: '{urut4}/KKP-{angkatanRomawi}/PLUT-KT/{bulanRomawi}/{tahun}',
  legalBasis: '',
  minutesPerHour: 45,
  onePersonOffice: false,
  undoMinutes: 10,
  lateAnswersCount: true,
};

const settingNames = Object.keys(defaultSettings) as (keyof Settings)[];

/** The defaults with what is stored by name in their place; what is stored in another shape is passed over. */
export function settingsFrom(stored: ReadonlyMap<string, unknown>): Settings {
  const found = settingNames.flatMap((name) => {
    const value = stored.get(name);
    return hasShapeOf(value, defaultSettings[name]) ? [[name, value] as const] : [];
  });
  return { ...defaultSettings, ...Object.fromEntries(found) };
}

/** The names of the settings that differ. */
export const changedSettings = (before: Settings, after: Settings): (keyof Settings)[] =>
  settingNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));

function hasShapeOf(value: unknown, model: unknown): boolean {
  if (!Array.isArray(model)) return typeof value === typeof model;
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
