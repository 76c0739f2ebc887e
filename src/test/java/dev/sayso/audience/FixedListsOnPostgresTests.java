package dev.sayso.audience;

import dev.sayso.OnPostgres;

@OnPostgres
class FixedListsOnPostgresTests extends FixedListsTests {

}
