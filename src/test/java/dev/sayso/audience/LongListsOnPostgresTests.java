package dev.sayso.audience;

import dev.sayso.OnPostgres;

@OnPostgres
class LongListsOnPostgresTests extends LongListsTests {

}
