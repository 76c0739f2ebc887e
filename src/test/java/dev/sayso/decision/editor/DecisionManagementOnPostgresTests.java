package dev.sayso.decision.editor;

import dev.sayso.OnPostgres;

@OnPostgres
class DecisionManagementOnPostgresTests extends DecisionManagementTests {

}
