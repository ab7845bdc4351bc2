// Exit status 0 when a PostgreSQL answers at the address given.
import postgres from 'postgres'

const sql = postgres(process.argv[2], { max: 1, connect_timeout: 3 })
try {
  await sql`select 1`
} catch {
  process.exitCode = 1
} finally {
  await sql.end({ timeout: 1 })
}
