package dev.sayso.decision;

import dev.sayso.OnPostgres;

@OnPostgres
class DecisionBatchesOnPostgresTests extends DecisionBatchesTests {

}
