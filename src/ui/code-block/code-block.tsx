/** Text for machines, to be copied as it is: an address, a command, a piece of HTML. */
export const CodeBlock = ({ label, children }: { /** What it is, for screen readers. */ label: string; children: string }) => (
  <pre class="code-block" tabIndex={0} role="region" aria-label={label}><code>{children}</code></pre>
)
