package dev.sayso.decision;

import dev.sayso.OnPostgres;

@OnPostgres
class DecisionEditorOnPostgresTests extends DecisionEditorTests {

}
