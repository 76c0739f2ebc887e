package dev.sayso.decision.strategy;

import dev.sayso.OnPostgres;

@OnPostgres
class StrategiesOnPostgresTests extends StrategiesTests {

}
