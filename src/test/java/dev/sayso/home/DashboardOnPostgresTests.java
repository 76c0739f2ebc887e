package dev.sayso.home;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class DashboardOnPostgresTests extends DashboardTests {

}
