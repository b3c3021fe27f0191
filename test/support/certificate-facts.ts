import type { CertificateFacts } from '../../src/certificates/certificate-facts.js';

/** An ordinary certificate of the second cohort; a test says only what differs. */
export function certificateFacts(change: Partial<CertificateFacts> = {}): CertificateFacts {
  return {
    number: '0087/KKP-II/PLUT-KT/XI/2027',
    edition: 1,
    code: '7KQF-2M9X-RT4D-8WPA',
    verifyUrl: 'https://kader.contoh.test/verify/7KQF-2M9X-RT4D-8WPA',
    holder: {
      name: { before: '', name: 'Norlaila', after: '' },
      nim: '2411160087',
      campus: 'UIN Palangka Raya',
      studyProgramme: 'Ekonomi Syariah',
    },
    organiser: {
      letterhead: [
        'PEMERINTAH PROVINSI KALIMANTAN TENGAH',
        'DINAS KOPERASI DAN UKM',
        'Pusat Layanan Usaha Terpadu Koperasi dan UMKM (PLUT-KUMKM)',
      ],
      name: 'PLUT-KUMKM Kalimantan Tengah',
    },
    course: {
      title: 'Kelas Kader Pendamping UMKM',
      basis: 'Materi mengacu pada SKKNI Kepmenaker 181/2017 bidang Pendamping UMKM.',
    },
    cohort: { label: 'II', ordinal: 2 },
    period: { from: '2027-08-24', to: '2027-11-18', place: 'Palangka Raya' },
    issued: { place: 'Palangka Raya', on: '2027-11-18' },
    signatories: [
      {
        prefix: '',
        position: 'Kepala UPT PLUT-KUMKM',
        name: { before: 'Dra.', name: 'Yosevina Tundan', after: 'M.Si.' },
        rank: 'Pembina Tingkat I',
        nip: '197804122005012003',
      },
    ],
    modules: MODULES.map((title) => ({ title, hours: 8 })),
    practiceHours: 16,
    minutesPerHour: 45,
    components: [
      { title: 'Kuis', weight: 1500, score: 8420 },
      { title: 'Tugas', weight: 2500, score: 8400 },
      { title: 'Ujian tengah', weight: 1000, score: 8250 },
      { title: 'Praktik lapangan', weight: 3000, score: 7947 },
      { title: 'Ujian akhir dan presentasi', weight: 2000, score: 8215 },
    ],
    finalScore: 8215,
    attendance: { present: 21, planned: 24 },
    ...change,
  };
}

const MODULES = [
  'Kader dan nilai Huma Betang',
  'Ide, pelanggan, purwarupa',
  'Komunikasi, data awal, diagnosis',
  'Keamanan dan izin produk',
  'Rencana, legalitas, pembukuan',
  'HPP, kemasan, konten',
  'Pembiayaan, jejaring, evaluasi',
  'Pasar digital, produksi, uji akhir',
];
