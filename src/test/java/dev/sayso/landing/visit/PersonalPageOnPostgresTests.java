package dev.sayso.landing.visit;

import dev.sayso.OnPostgres;

@OnPostgres
class PersonalPageOnPostgresTests extends PersonalPageTests {

}
