package dev.sayso.decision.simulation;

import dev.sayso.OnPostgres;

@OnPostgres
class SimulationOnPostgresTests extends SimulationTests {

}
