package dev.sayso.decision;

import dev.sayso.OnPostgres;

@OnPostgres
class DecisionsApiOnPostgresTests extends DecisionsApiTests {

}
