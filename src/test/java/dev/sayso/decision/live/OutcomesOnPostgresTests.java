package dev.sayso.decision.live;

import dev.sayso.OnPostgres;

@OnPostgres
class OutcomesOnPostgresTests extends OutcomesTests {

}
