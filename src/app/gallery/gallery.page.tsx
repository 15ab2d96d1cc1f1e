import { page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { GalleryPage, inGallery } from '#ui/gallery/gallery.tsx'

/** Every component with its examples; the same examples drive the tests. */
export const galleryPages = ['/_ui', '/_ui/:component', '/_ui/:component/:example'].map(path =>
  page({
    path,
    may: 'public',
    load({ params }) {
      if (!inGallery({ component: params.component, example: params.example })) throw new NotFound()
    },
    view: ({ params }) => <GalleryPage component={params.component} example={params.example} />,
  }),
)
