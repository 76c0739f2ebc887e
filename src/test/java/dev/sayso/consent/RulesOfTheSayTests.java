package dev.sayso.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

class RulesOfTheSayTests {

	private static final Instant START = Instant.parse("2026-03-03T08:00:00Z");

	@Test
	void anyOrderOfOptInsAndOptOutsEndsAsTheRulesSay() {
		for (int seed = 0; seed < 10_000; seed++) {
			Random random = new Random(seed);
			Spoken spoken = new Spoken(random);
			RulesOfTheSay rules = new RulesOfTheSay();
			Say say = Say.nothing(ProfileId.random());
			for (int turn = 0; turn < 12; turn++) {
				Instant now = START.plusSeconds(turn);
				Declaration declaration = spoken.next(START.minusSeconds(10));
				boolean admitted = rules.evaluate(declaration, now);
				say = evaluate(say, declaration, now, admitted, seed);
				assertThat(rows(say)).as("seed %s, turn %s: %s", seed, turn, declaration).isEqualTo(rules.table());
			}
		}
	}

	@Test
	void whatAnotherSystemReportsInAnyOrderEndsAsIfItHadComeInOrder() {
		for (int seed = 0; seed < 2_000; seed++) {
			Random random = new Random(seed);
			List<Declaration> reports = new ArrayList<>();
			for (int report = 0; report < 6; report++) {
				Choice choice = random.nextBoolean() ? Choice.NO : Choice.YES;
				reports.add(Declaration.byApi(Actor.token("2", "CRM"), false, List
					.of(new Statement(Purpose.MARKETING_EMAIL, choice, START.plusSeconds(random.nextInt(4)), null)),
						Evidence.NONE, false));
			}
			Choice inOrder = told(reports);
			Collections.shuffle(reports, random);
			assertThat(told(reports)).as("seed %s: %s", seed, reports).isEqualTo(inOrder).isEqualTo(latest(reports));
		}
	}

	private static Choice told(List<Declaration> reports) {
		Say say = Say.nothing(ProfileId.random());
		for (Declaration report : reports) {
			say = after(say, report, say.evaluate(report, START.plusSeconds(60)), START.plusSeconds(60));
		}
		return say.explicit(Purpose.MARKETING_EMAIL);
	}

	private static Choice latest(List<Declaration> reports) {
		List<Statement> statements = reports.stream().flatMap((report) -> report.statements().stream()).toList();
		Instant last = statements.stream().map(Statement::saidAt).max(Instant::compareTo).orElseThrow();
		boolean no = statements.stream()
			.anyMatch((statement) -> last.equals(statement.saidAt()) && statement.choice() == Choice.NO);
		return no ? Choice.NO : Choice.YES;
	}

	private static Say evaluate(Say say, Declaration declaration, Instant now, boolean expected, int seed) {
		try {
			SayEvaluation evaluation = say.evaluate(declaration, now);
			assertThat(expected).as("seed %s: %s should have been refused", seed, declaration).isTrue();
			return after(say, declaration, evaluation, now);
		}
		catch (OwnRefusalException ex) {
			assertThat(expected).as("seed %s: %s should have been admitted", seed, declaration).isFalse();
			return say;
		}
	}

	private static Say after(Say say, Declaration declaration, SayEvaluation evaluation, Instant now) {
		Map<Purpose, Consent> consents = new EnumMap<>(Purpose.class);
		consents.putAll(say.consents());
		evaluation.changes()
			.stream()
			.map((change) -> LedgerEntry.of(say.profile(), declaration, change, now).consent())
			.forEach((consent) -> consents.put(consent.purpose(), consent));
		return new Say(say.profile(), consents);
	}

	private static Map<Purpose, RulesOfTheSay.Row> rows(Say say) {
		Map<Purpose, RulesOfTheSay.Row> rows = new EnumMap<>(Purpose.class);
		say.consents()
			.forEach((purpose, consent) -> rows.put(purpose,
					new RulesOfTheSay.Row(consent.choice(), consent.origin(), consent.own(), consent.saidAt())));
		return rows;
	}

}
