/**
 * Words that passwords are most often made of, here and elsewhere (from published lists of leaked passwords, in
 * lower case, and the words of this course). With digits or signs around them they are refused too.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passw0rd p@ssw0rd passwordpassword qwerty qwertyuiop qwerty123 qwertyqwerty 1q2w3e4r5t 1qaz2wsx3edc asdfghjkl
  asdfasdf zxcvbnm letmein letmeinplease welcome welcomehome iloveyou iloveyouu sayang sayangku sayangkamu cintaku cinta
  akucintakamu akusayangkamu indonesia indonesiaraya merdeka garuda pancasila bismillah bismillahirrahmanirrahim alhamdulillah
  assalamualaikum allahuakbar rahasia rahasiaku katasandi sandi katakunci kuncikunci admin administrator adminadmin root
  superuser superman batman spiderman naruto dragon monkey football baseball basketball sepakbola liverpool manchester
  barcelona realmadrid persib persija arema master shadow sunshine princess michael jennifer jessica ashley daniel jordan
  andrew charlie thomas george hunter ranger computer komputer internet google facebook instagram whatsapp tiktok youtube
  samsung android iphone starwars pokemon minecraft freefire mobilelegends login loginlogin guest tamu test testing
  testtest contoh demo default secret changeme gantisaya mahasiswa mahasiswi kuliah kampus sekolah universitas palangkaraya
  palangka kalteng kalimantan kalimantantengah kalimantantimur borneo dayak banjar banjarmasin sampit kapuas jakarta
  surabaya bandung jogja yogyakarta kelaskader kelas kader pendamping umkm plut koperasi peserta instruktur staf rahasiabanget
  anakku mamaku papaku ibuku ayahku keluarga keluargaku bahagia semangat sukses berkah amin tuhanyesus yesuskristus
  halleluya christian muhammad rindu kangen hello helloworld whatever trustno1 freedom ninja mustang access flower
  cheese chocolate cookie orange banana pepper summer winter spring autumn january february march april june july august
  september october november december januari februari maret mei juni juli agustus oktober desember senin selasa rabu
  kamis jumat sabtu minggu`
    .split(/\s+/)
    .filter(Boolean),
);
