/** Text for machines, to be copied as it is: an address, a command, a piece of HTML. */
export const CodeBlock = ({ label, children }: { /** What it is, for screen readers. */ label: string; children: string }) => (
  <section class="code-block" tabIndex={0} aria-label={label}><pre><code>{children}</code></pre></section>
)
