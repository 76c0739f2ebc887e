package dev.sayso.landing;

import dev.sayso.OnPostgres;

@OnPostgres
class PersonalPageOnPostgresTests extends PersonalPageTests {

}
