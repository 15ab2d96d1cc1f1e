-- Code lists every government begins with. Written from memory and from the laws named; nobody has compared them with the sources, so none is verified.
create function pg_temp.seed_list(code text, title text, about text, kind text, basis text, since date, items text[]) returns void language plpgsql as $$
declare list uuid; made uuid;
begin
  insert into code_lists.list (government_id, code, title, description, kind) values (null, code, title, about, kind) returning id into list;
  insert into code_lists.version (government_id, list_id, number, state, valid_from, legal_basis, verified, published_at) values (null, list, 1, 'valid', since, basis, false, since) returning id into made;
  insert into code_lists.item (government_id, version_id, code, label, parent, position)
    select null, made, items[i][1], items[i][2], nullif(items[i][3], ''), i from generate_subscripts(items, 1) i;
end $$;

select pg_temp.seed_list('tema-data', 'Tema data', 'Bidang urusan untuk mengelompokkan data.', 'reference', 'Pembagian urusan pemerintahan, UU 23/2014 Pasal 11 dan 12; pengelompokan usulan', '2014-10-02', array[
  ['pemerintahan', 'Pemerintahan dan wilayah', ''],
  ['kependudukan', 'Kependudukan', ''],
  ['pendidikan', 'Pendidikan', ''],
  ['kesehatan', 'Kesehatan', ''],
  ['pekerjaan-umum', 'Pekerjaan umum dan permukiman', ''],
  ['sosial', 'Sosial dan kemiskinan', ''],
  ['ketenagakerjaan', 'Ketenagakerjaan', ''],
  ['ekonomi', 'Ekonomi, perdagangan, dan koperasi', ''],
  ['pertanian', 'Pertanian, perikanan, dan pangan', ''],
  ['lingkungan', 'Lingkungan hidup dan kebencanaan', ''],
  ['perhubungan', 'Perhubungan dan komunikasi', ''],
  ['pariwisata', 'Pariwisata, budaya, dan olahraga', ''],
  ['keuangan', 'Keuangan daerah', '']]);

select pg_temp.seed_list('ukuran', 'Ukuran', 'Bentuk bilangan suatu data: apa yang dihitung dari konsepnya.', 'reference', 'Peraturan BPS 4/2020; daftar usulan', '2020-07-01', array[
  ['jumlah', 'Jumlah', ''],
  ['persentase', 'Persentase', ''],
  ['rasio', 'Rasio', ''],
  ['proporsi', 'Proporsi', ''],
  ['rata-rata', 'Rata-rata', ''],
  ['indeks', 'Indeks', ''],
  ['laju', 'Laju', ''],
  ['angka', 'Angka', ''],
  ['tingkat', 'Tingkat', ''],
  ['kepadatan', 'Kepadatan', ''],
  ['luas', 'Luas', ''],
  ['panjang', 'Panjang', ''],
  ['volume', 'Volume', ''],
  ['berat', 'Berat', ''],
  ['nilai', 'Nilai', ''],
  ['produksi', 'Produksi', ''],
  ['produktivitas', 'Produktivitas', ''],
  ['cakupan', 'Cakupan', ''],
  ['prevalensi', 'Prevalensi', ''],
  ['frekuensi', 'Frekuensi', ''],
  ['lama', 'Lama', ''],
  ['usia', 'Usia', '']]);

select pg_temp.seed_list('satuan', 'Satuan', 'Satuan yang lazim dalam data sektoral.', 'reference', 'Peraturan BPS 4/2020; satuan SI menurut Permendag 52/2019; daftar usulan', '2020-07-01', array[
  ['orang', 'Orang', ''],
  ['rumah-tangga', 'Rumah tangga', ''],
  ['keluarga', 'Keluarga', ''],
  ['unit', 'Unit', ''],
  ['buah', 'Buah', ''],
  ['lembaga', 'Lembaga', ''],
  ['persen', 'Persen', ''],
  ['per-mil', 'Per mil', ''],
  ['per-1000', 'Per 1.000', ''],
  ['per-100000', 'Per 100.000', ''],
  ['indeks', 'Indeks', ''],
  ['rasio', 'Rasio', ''],
  ['meter', 'Meter', ''],
  ['km', 'Kilometer', ''],
  ['m2', 'Meter persegi', ''],
  ['km2', 'Kilometer persegi', ''],
  ['hektare', 'Hektare', ''],
  ['m3', 'Meter kubik', ''],
  ['liter', 'Liter', ''],
  ['kilogram', 'Kilogram', ''],
  ['kuintal', 'Kuintal', ''],
  ['ton', 'Ton', ''],
  ['kuintal-per-hektare', 'Kuintal per hektare', ''],
  ['orang-per-km2', 'Orang per kilometer persegi', ''],
  ['rupiah', 'Rupiah', ''],
  ['ribu-rupiah', 'Ribu rupiah', ''],
  ['juta-rupiah', 'Juta rupiah', ''],
  ['hari', 'Hari', ''],
  ['bulan', 'Bulan', ''],
  ['tahun', 'Tahun', ''],
  ['jam', 'Jam', ''],
  ['kali', 'Kali', ''],
  ['kejadian', 'Kejadian', ''],
  ['desa-kelurahan', 'Desa atau kelurahan', ''],
  ['ekor', 'Ekor', ''],
  ['kwh', 'Kilowatt jam', '']]);

select pg_temp.seed_list('jenis-kelamin', 'Jenis kelamin', 'Jenis kelamin penduduk.', 'reference', 'UU 23/2006 jo. UU 24/2013; kode lazim Badan Pusat Statistik', '2006-12-29', array[
  ['1', 'Laki-laki', ''],
  ['2', 'Perempuan', '']]);

select pg_temp.seed_list('agama', 'Agama', 'Agama dan kepercayaan dalam administrasi kependudukan.', 'reference', 'UU 24/2013; Putusan MK 97/PUU-XIV/2016; kode lazim administrasi kependudukan', '2017-11-07', array[
  ['1', 'Islam', ''],
  ['2', 'Kristen', ''],
  ['3', 'Katolik', ''],
  ['4', 'Hindu', ''],
  ['5', 'Buddha', ''],
  ['6', 'Konghucu', ''],
  ['7', 'Kepercayaan terhadap Tuhan Yang Maha Esa', '']]);

select pg_temp.seed_list('pendidikan', 'Pendidikan tertinggi yang ditamatkan', 'Ijazah tertinggi menurut administrasi kependudukan.', 'reference', 'Permendagri 109/2019; dari ingatan', '2019-12-31', array[
  ['1', 'Tidak atau belum sekolah', ''],
  ['2', 'Belum tamat SD atau sederajat', ''],
  ['3', 'Tamat SD atau sederajat', ''],
  ['4', 'SLTP atau sederajat', ''],
  ['5', 'SLTA atau sederajat', ''],
  ['6', 'Diploma I atau II', ''],
  ['7', 'Akademi, Diploma III, atau sarjana muda', ''],
  ['8', 'Diploma IV atau Strata I', ''],
  ['9', 'Strata II', ''],
  ['10', 'Strata III', '']]);

select pg_temp.seed_list('kelompok-umur', 'Kelompok umur lima tahunan', 'Umur menurut ulang tahun terakhir, dalam tahun.', 'reference', 'Kelompok umur lima tahunan Badan Pusat Statistik', '2010-01-01', array[
  ['00-04', '0–4 tahun', ''],
  ['05-09', '5–9 tahun', ''],
  ['10-14', '10–14 tahun', ''],
  ['15-19', '15–19 tahun', ''],
  ['20-24', '20–24 tahun', ''],
  ['25-29', '25–29 tahun', ''],
  ['30-34', '30–34 tahun', ''],
  ['35-39', '35–39 tahun', ''],
  ['40-44', '40–44 tahun', ''],
  ['45-49', '45–49 tahun', ''],
  ['50-54', '50–54 tahun', ''],
  ['55-59', '55–59 tahun', ''],
  ['60-64', '60–64 tahun', ''],
  ['65-69', '65–69 tahun', ''],
  ['70-74', '70–74 tahun', ''],
  ['75-keatas', '75 tahun ke atas', '']]);

select pg_temp.seed_list('status-perkawinan', 'Status perkawinan', 'Status perkawinan dalam administrasi kependudukan.', 'reference', 'UU 23/2006 jo. UU 24/2013; kode lazim administrasi kependudukan', '2006-12-29', array[
  ['1', 'Belum kawin', ''],
  ['2', 'Kawin', ''],
  ['3', 'Cerai hidup', ''],
  ['4', 'Cerai mati', '']]);

select pg_temp.seed_list('lapangan-usaha', 'Lapangan usaha (kategori KBLI 2020)', 'Kategori Klasifikasi Baku Lapangan Usaha Indonesia.', 'reference', 'Peraturan BPS 2/2020', '2020-09-24', array[
  ['A', 'Pertanian, Kehutanan, dan Perikanan', ''],
  ['B', 'Pertambangan dan Penggalian', ''],
  ['C', 'Industri Pengolahan', ''],
  ['D', 'Pengadaan Listrik, Gas, Uap/Air Panas, dan Udara Dingin', ''],
  ['E', 'Treatment Air, Treatment Air Limbah, Treatment dan Pemulihan Material Sampah, dan Aktivitas Remediasi', ''],
  ['F', 'Konstruksi', ''],
  ['G', 'Perdagangan Besar dan Eceran; Reparasi dan Perawatan Mobil dan Sepeda Motor', ''],
  ['H', 'Pengangkutan dan Pergudangan', ''],
  ['I', 'Penyediaan Akomodasi dan Penyediaan Makan Minum', ''],
  ['J', 'Informasi dan Komunikasi', ''],
  ['K', 'Aktivitas Keuangan dan Asuransi', ''],
  ['L', 'Real Estat', ''],
  ['M', 'Aktivitas Profesional, Ilmiah, dan Teknis', ''],
  ['N', 'Aktivitas Penyewaan dan Sewa Guna Usaha Tanpa Hak Opsi, Ketenagakerjaan, Agen Perjalanan, dan Penunjang Usaha Lainnya', ''],
  ['O', 'Administrasi Pemerintahan, Pertahanan, dan Jaminan Sosial Wajib', ''],
  ['P', 'Pendidikan', ''],
  ['Q', 'Aktivitas Kesehatan Manusia dan Aktivitas Sosial', ''],
  ['R', 'Kesenian, Hiburan, dan Rekreasi', ''],
  ['S', 'Aktivitas Jasa Lainnya', ''],
  ['T', 'Aktivitas Rumah Tangga sebagai Pemberi Kerja; Aktivitas yang Menghasilkan Barang dan Jasa oleh Rumah Tangga yang Digunakan untuk Memenuhi Kebutuhan Sendiri', ''],
  ['U', 'Aktivitas Badan Internasional dan Badan Ekstra Internasional Lainnya', '']]);

select pg_temp.seed_list('klasifikasi-wilayah', 'Klasifikasi wilayah', 'Perkotaan atau perdesaan.', 'reference', 'Peraturan BPS 120/2020; dari ingatan', '2020-12-01', array[
  ['1', 'Perkotaan', ''],
  ['2', 'Perdesaan', '']]);

select pg_temp.seed_list('kondisi-jalan', 'Kondisi jalan', 'Kemantapan jalan: baik dan sedang mantap, rusak ringan dan rusak berat tidak mantap.', 'reference', 'Permen PU 13/PRT/M/2011; dari ingatan', '2011-10-11', array[
  ['mantap', 'Mantap', ''],
  ['baik', 'Baik', 'mantap'],
  ['sedang', 'Sedang', 'mantap'],
  ['tidak-mantap', 'Tidak mantap', ''],
  ['rusak-ringan', 'Rusak ringan', 'tidak-mantap'],
  ['rusak-berat', 'Rusak berat', 'tidak-mantap']]);

select pg_temp.seed_list('jenjang-pendidikan', 'Jenjang pendidikan', 'Jenjang satuan pendidikan.', 'reference', 'UU 20/2003 Pasal 14, 17, 18 dan 28', '2003-07-08', array[
  ['paud', 'Pendidikan anak usia dini', ''],
  ['sd', 'SD atau sederajat', ''],
  ['smp', 'SMP atau sederajat', ''],
  ['sma', 'SMA, SMK, atau sederajat', ''],
  ['pt', 'Perguruan tinggi', '']]);
