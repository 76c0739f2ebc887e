package dev.sayso.decision.review;

import dev.sayso.OnPostgres;

@OnPostgres
class DecisionReviewOnPostgresTests extends DecisionReviewTests {

}
