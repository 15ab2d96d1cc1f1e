import { createHmac } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { passkey } from '@better-auth/passkey'
import type { Government } from '#platform/access/government.ts'
import type { RequestFacts } from '#platform/web/page.ts'
import type { Services } from '#platform/web/services.ts'
import { forgetDevices } from './devices.ts'
import { limits } from './limits.ts'
import { recoveryLetter } from './recover/letter.ts'
import { isActive } from './store.ts'

/** Requests whose success proves a second factor. */
const strongSteps = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code', '/passkey/verify-authentication'])

function verifiedPerson(verified: boolean | undefined): void {
  if (!verified) throw new APIError('UNAUTHORIZED', { message: 'user verification required' })
}

/** The key of everything better-auth signs and encrypts, apart from the installation's other uses of its secret. */
export const authSecret = (secret: string): string => createHmac('sha256', secret).update('identity').digest('base64url')

/** The address of the visitor travels in a header of our own; what a client claims is not passed on. */
const ipHeader = 'x-pendopo-ip'

/** The headers of a request as the sign-in library may see them. */
export function headersFor(request: RequestFacts): Headers {
  const headers = new Headers({ [ipHeader]: request.ip, 'user-agent': request.userAgent.slice(0, 300), host: new URL(request.origin).host })
  for (const name of ['cookie', 'origin']) if (request.headers.has(name)) headers.set(name, request.headers.get(name)!)
  return headers
}

/** Sign-in for one government at one address, on its own rows only. */
function makeAuth(services: Services, government: Government, origin: string) {
  const { database, config } = services
  const db = database.of(government.id)
  return betterAuth({
    appName: `Pendopo ${government.name}`,
    baseURL: origin,
    basePath: '/api/auth',
    secret: authSecret(config.secret),
    database: { db: db.withSchema('identity'), type: 'postgres' },
    // Names and addresses of people do not belong into logs; what fails is answered by our own pages.
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: false },
      cookiePrefix: 'pendopo',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [ipHeader] },
    },
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      // Accounts are made by invitation, never by the library; it must know of the column to accept the table.
      additionalFields: { unitId: { type: 'string', required: true, input: false, fieldName: 'unit_id' } },
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'account_id', accountId: 'subject', providerId: 'provider', accessToken: 'access_token', refreshToken: 'refresh_token', idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at', createdAt: 'created_at', updatedAt: 'updated_at',
      },
    },
    session: {
      expiresIn: limits.session.absolute,
      disableSessionRefresh: true,
      freshAge: 12 * 3600,
      fields: { userId: 'account_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: { strong: { type: 'boolean', required: false, defaultValue: false, input: false }, provenAt: { type: 'date', required: false, input: false, fieldName: 'proven_at' } },
    },
    verification: {
      storeIdentifier: 'hashed',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: limits.password.min,
      maxPasswordLength: limits.password.max,
      resetPasswordTokenExpiresIn: limits.recovery,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => recoveryLetter(services, government, origin, user.id, token),
      // Whoever held a browser of the account before may be the reason for the new password.
      onPasswordReset: async ({ user }) => forgetDevices(db, user.id),
    },
    databaseHooks: {
      session: {
        create: {
          async before(session, context) {
            if (!(await isActive(db, session.userId))) return false
            const held = (context?.context?.session?.session as { strong?: boolean } | undefined)?.strong === true
            const path = context?.path ?? ''
            const proven = strongSteps.has(path)
            return { data: { ...session, strong: proven || (held && path !== '/two-factor/disable'), provenAt: proven ? new Date() : null } }
          },
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: government.name,
        twoFactorCookieMaxAge: limits.secondStep,
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: { userId: 'account_id', backupCodes: 'backup_codes', failedVerificationCount: 'failed_verification_count', lockedUntil: 'locked_until' },
          },
        },
      }),
      passkey({
        rpName: government.name,
        rpID: new URL(origin).hostname,
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        // A key that was only touched proves possession; it stands for two factors only when it asked for finger or PIN.
        registration: { afterVerification: async ({ verification }) => verifiedPerson(verification.registrationInfo?.userVerified) },
        authentication: { afterVerification: async ({ verification }) => verifiedPerson(verification.authenticationInfo.userVerified) },
        schema: {
          passkey: {
            fields: { userId: 'account_id', publicKey: 'public_key', credentialID: 'credential_id', deviceType: 'device_type', backedUp: 'backed_up', createdAt: 'created_at' },
          },
        },
      }),
    ],
  })
}

export type Auth = ReturnType<typeof makeAuth>

/** How many addresses are kept ready; a government has a few hosts. */
const kept = 60

/** Makes sign-in per government and address on first use, and keeps it. */
export function makeAuths(services: Services): (government: Government, origin: string) => Auth {
  const made = new Map<string, Auth>()
  return (government, origin) => {
    const key = `${government.id} ${government.name} ${origin}`
    let auth = made.get(key)
    if (!auth) {
      if (made.size >= kept) made.delete(made.keys().next().value!)
      made.set(key, (auth = makeAuth(services, government, origin)))
    }
    return auth
  }
}
