package dev.sayso.decision;

import dev.sayso.OnPostgres;

@OnPostgres
class KeepDecisionOnPostgresTests extends KeepDecisionTests {

}
