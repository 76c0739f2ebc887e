package dev.sayso.decision;

import dev.sayso.OnPostgres;

@OnPostgres
class OutcomesOnPostgresTests extends OutcomesTests {

}
