import { env } from '@/env'

import { DemoSignIns } from './DemoSignIns'
import { loadBrand } from './loadBrand'

import './brand.css'

/** Above the sign-in form: where one signs in, and in the demo, as whom. */
export const SignInGreeting = async () => {
  const brand = await loadBrand()
  return (
    <div className="atrium-greeting">
      <h1>Sign in to {brand?.name ?? 'Atrium'}</h1>
      {brand?.tenant.status === 'suspended' && (
        <p>This site is closed for the time being. Its people can still sign in.</p>
      )}
      {env().ATRIUM_DEMO && <DemoSignIns space={brand?.tenant.slug} />}
    </div>
  )
}
