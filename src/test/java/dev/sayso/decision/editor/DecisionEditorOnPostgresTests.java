package dev.sayso.decision.editor;

import dev.sayso.OnPostgres;

@OnPostgres
class DecisionEditorOnPostgresTests extends DecisionEditorTests {

}
