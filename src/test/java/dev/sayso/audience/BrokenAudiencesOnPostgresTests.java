package dev.sayso.audience;

import dev.sayso.OnPostgres;

@OnPostgres
class BrokenAudiencesOnPostgresTests extends BrokenAudiencesTests {

}
