package dev.sayso.decision.outcome;

import dev.sayso.OnPostgres;

@OnPostgres
class OutcomeWriterOnPostgresTests extends OutcomeWriterTests {

}
