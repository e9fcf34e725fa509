import { demoAccountsAt } from './demoAccountsAt'

/** The demo's passwords are public: `npm run demo` prints them, and listens on loopback only. */
export const DemoSignIns = ({ space }: { space: string | undefined }) => {
  const accounts = demoAccountsAt(space)
  if (accounts.length === 0) return null
  return (
    <details className="atrium-demo">
      <summary>This is the demo: whom to sign in as</summary>
      <table>
        <caption className="atrium-hidden">Demo sign-ins</caption>
        <tbody>
          {accounts.map(({ email, role }) => (
            <tr key={email}>
              <th scope="row">{role === 'platform-admin' ? 'platform' : role}</th>
              <td>
                <code>{email}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Password: <code>{accounts[0]?.password}</code>
      </p>
    </details>
  )
}
