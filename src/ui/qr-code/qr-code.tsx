/** A QR code that was drawn as SVG by the server; `label` says where it leads. */
export function QrCode({ svg, label, href }: { svg: string; label: string; href?: string }) {
  return (
    <figure class="qr-code">
      <div role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: svg }} />
      <figcaption>{href ? <a href={href}>{label}</a> : label}</figcaption>
    </figure>
  )
}
