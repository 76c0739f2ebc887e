package dev.sayso.decision;

import dev.sayso.OnPostgres;

@OnPostgres
class WriteOutcomesOnPostgresTests extends WriteOutcomesTests {

}
