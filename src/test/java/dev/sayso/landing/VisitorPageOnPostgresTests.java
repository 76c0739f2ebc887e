package dev.sayso.landing;

import dev.sayso.OnPostgres;

@OnPostgres
class VisitorPageOnPostgresTests extends VisitorPageTests {

}
