export default {
  'Melihat kotak masuk kantor (sekretariat)': 'See the inbox of the office (secretariat)',
  Sekretariat: 'Secretariat',
  'Menunggu tanda tangan Anda: {title}': 'Waits for your signature: {title}',
  'Menunggu paraf Anda: {title}': 'Waits for your initials: {title}',
  'Perlu diperbaiki: {title}': 'To be revised: {title}',
  'Siap dikirim: {title}': 'Ready to send: {title}',
  'Surat masuk dari {from}: {title}': 'Letter from {from}: {title}',
  'Disposisi dari {from}: {title}': 'Disposition from {from}: {title}',
  'Tembusan dari {from}: {title}': 'Copy from {from}: {title}',
  'Menunggu Anda: {title}': 'Waits for you: {title}',
  'Menunggu persetujuan Anda: {title}': 'Waits for your approval: {title}',
}
