import { cookies } from 'next/headers'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The space that the admin's selector names. A filter, never an authority: whoever wants can write another one. */
export async function selectedTenant(): Promise<string | undefined> {
  const selected = (await cookies()).get('payload-tenant')?.value
  return selected !== undefined && UUID.test(selected) ? selected : undefined
}
