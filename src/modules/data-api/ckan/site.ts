import type { Actions } from './action.ts'
import { notFound } from './failure.ts'

/** The interface about itself; `help_show` knows all actions. */
export const siteActions = (all: () => Actions): Actions => ({
  status_show: {
    help: 'What this portal is.',
    answer: async ({ around: { government, origin } }) => ({
      site_title: `Satu Data ${government.name}`, site_description: `Data ${government.name}`, site_url: origin, ckan_version: '2.11.0', error_emails_to: null, locale_default: 'id', extensions: ['datastore', 'dcat', 'harvest'],
    }),
  },
  site_read: { help: 'Whether the portal may be read.', answer: async () => true },
  help_show: {
    help: 'What an action does. Parameters: name.',
    async answer({ given }) {
      const action = all()[given.needed('name')]
      if (!action) throw notFound('Action not found')
      return action.help
    },
  },
})
