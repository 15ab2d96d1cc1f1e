import { QrCode } from './qr-code.tsx'

export const examples = {
  letter: () => <QrCode svg='<svg viewBox="0 0 5 5" xmlns="http://www.w3.org/2000/svg"><path d="M0 0h2v2H0zM3 0h2v2H3zM0 3h2v2H0zM3 3h1v1H3zM4 4h1v1H4z"/></svg>' label="Periksa surat ini" href="/periksa/019aa0" />,
}
