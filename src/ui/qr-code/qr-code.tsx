/** A QR code that was drawn as SVG by the server; `label` says where it leads. A `large` one is scanned from some steps away. */
export function QrCode({ svg, label, href, large }: { svg: string; label: string; href?: string; large?: boolean }) {
  return (
    <figure class={large ? 'qr-code large' : 'qr-code'}>
      <div role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: svg }} />
      <figcaption>{href ? <a href={href}>{label}</a> : label}</figcaption>
    </figure>
  )
}
