package dev.sayso.decision;

import dev.sayso.OnPostgres;

@OnPostgres
class OfrepOnPostgresTests extends OfrepTests {

}
