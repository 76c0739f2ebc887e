package dev.sayso.decision.api;

import dev.sayso.OnPostgres;

@OnPostgres
class OfrepOnPostgresTests extends OfrepTests {

}
