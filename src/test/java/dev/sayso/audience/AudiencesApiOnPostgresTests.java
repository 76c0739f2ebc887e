package dev.sayso.audience;

import dev.sayso.OnPostgres;

@OnPostgres
class AudiencesApiOnPostgresTests extends AudiencesApiTests {

}
