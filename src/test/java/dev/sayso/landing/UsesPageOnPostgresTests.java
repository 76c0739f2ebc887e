package dev.sayso.landing;

import dev.sayso.OnPostgres;

@OnPostgres
class UsesPageOnPostgresTests extends UsesPageTests {

}
