package dev.sayso.decision;

import dev.sayso.OnPostgres;

@OnPostgres
class SimulationOnPostgresTests extends SimulationTests {

}
