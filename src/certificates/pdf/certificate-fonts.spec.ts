import { CertificateFonts, charactersWithoutSign, loadCertificateFonts } from './certificate-fonts.js';

describe('the fonts of the certificate', () => {
  let fonts: CertificateFonts;
  beforeAll(async () => {
    fonts = await loadCertificateFonts('content/fonts');
  });

  it.each([
    "Muhammad Rafi'i",
    'Rafi’i ʼAbdurraḥmān',
    'Škoda-Müller, Dr.-Ing.',
    'François Nguyễn Ðorđević',
    '“Kuis” – 87,50 · 100 % − §',
    '0123456789/ABC (x) [y] & @ #',
  ])('have a sign for every letter of %s', (text) => {
    expect(charactersWithoutSign({ name: { text } }, fonts)).toEqual([]);
  });

  it('tell what they lack, each character once', () => {
    const value = { name: 'محمد م', list: ['Suparti 🎓', { nim: 24 }], nothing: null };
    expect(charactersWithoutSign(value, fonts)).toEqual(['م', 'ح', 'د', '🎓']);
  });
});
