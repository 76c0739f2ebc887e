package dev.sayso.decision.board;

import dev.sayso.OnPostgres;

@OnPostgres
class DecisionBoardOnPostgresTests extends DecisionBoardTests {

}
