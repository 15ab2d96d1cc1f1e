/** Pages under a personal link are for one reader: no search engine, and no address that travels on. */
export const unlisted = (
  <>
    <meta name="robots" content="noindex, nofollow" />
    <meta name="referrer" content="no-referrer" />
  </>
)
