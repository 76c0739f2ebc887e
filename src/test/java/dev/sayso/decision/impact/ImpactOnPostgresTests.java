package dev.sayso.decision.impact;

import dev.sayso.OnPostgres;

@OnPostgres
class ImpactOnPostgresTests extends ImpactTests {

}
