package dev.sayso.decision;

import dev.sayso.OnPostgres;

@OnPostgres
class ReviewDecisionOnPostgresTests extends ReviewDecisionTests {

}
