package dev.sayso.decision.api;

import dev.sayso.OnPostgres;

@OnPostgres
class DecisionsApiOnPostgresTests extends DecisionsApiTests {

}
