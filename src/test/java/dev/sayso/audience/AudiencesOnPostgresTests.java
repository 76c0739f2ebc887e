package dev.sayso.audience;

import dev.sayso.OnPostgres;

@OnPostgres
class AudiencesOnPostgresTests extends AudiencesTests {

}
