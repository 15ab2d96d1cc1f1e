/** Text made from Markdown by `platform/text`; `html` must come from there, never from a person. */
export const Prose = ({ html }: { html: string }) => <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />
