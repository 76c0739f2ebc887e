package dev.sayso.decision;

import dev.sayso.OnPostgres;

@OnPostgres
class ImpactOnPostgresTests extends ImpactTests {

}
