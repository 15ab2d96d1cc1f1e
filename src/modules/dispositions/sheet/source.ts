/** Typst of the disposition sheet; everything it says comes as data. */
export const source = `
#import "/letter.typ": letterhead, facts, lines
#set page(width: 210mm, height: 297mm, margin: (top: 14mm, bottom: 16mm, left: 20mm, right: 18mm), footer: context {
  set text(size: 7.5pt, fill: luma(45%))
  grid(columns: (1fr, auto), data.foot, data.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first())))
})
#set par(justify: false, leading: 0.5em, spacing: 0.6em)
#set text(size: 10pt, hyphenate: false)
#if data.secrecy != none { text(weight: "bold", fill: if data.red { rgb("#b00020") } else { black }, data.secrecy); v(1mm) }
#letterhead(data.head)
#v(4mm, weak: true)
#align(center, text(size: 13pt, weight: "bold", data.title))
#v(3mm, weak: true)
#facts(data.facts, width: 32mm)
#v(3mm)
#for row in data.rows {
  block(breakable: false, width: 100%, stroke: (top: 0.5pt + luma(60%)), inset: (left: row.depth * 7mm, top: 2mm, bottom: 1.5mm), {
    grid(columns: (1fr, auto), column-gutter: 4mm, strong(row.title), text(size: 8.5pt, weight: "bold", row.state))
    if row.who != none { text(size: 8.5pt, fill: luma(35%), row.who) }
    for line in row.asked { block(above: 0.6em, below: 0pt, inset: (left: 3mm), stroke: (left: 1.5pt + luma(60%)), line) }
    for line in row.times { block(above: 0.5em, below: 0pt, text(size: 8.5pt, line)) }
  })
}
`
