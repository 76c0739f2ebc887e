package dev.sayso.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Actor;

/**
 * Declarations at random, as each origin can make them.
 */
final class Spoken {

	private static final Actor OPERATOR = Actor.account("1", "Sofie Maes");

	private static final Actor TOKEN = Actor.token("2", "CRM");

	private static final List<Choice> OTHERS = List.of(Choice.YES, Choice.NO, Choice.NO, Choice.UNKNOWN,
			Choice.DEFAULT_YES, Choice.DEFAULT_NO, Choice.PENDING, Choice.LEGITIMATE_INTEREST);

	private final Random random;

	Spoken(Random random) {
		this.random = random;
	}

	/**
	 * Something somebody states.
	 * @param earliest the earliest time another system may give to what was said
	 */
	Declaration next(Instant earliest) {
		Evidence evidence = this.random.nextBoolean() ? new Evidence(Map.of("letter", "of 3 March")) : Evidence.NONE;
		return switch (this.random.nextInt(6)) {
			case 0 -> Declaration.bySubject(statements(List.of(Choice.YES, Choice.NO, Choice.PENDING), null), evidence,
					"preferences, version 3", null);
			case 1 -> Declaration.byVisitor(statements(List.of(Choice.NO, Choice.PENDING), null), evidence,
					"preferences, version 3", null);
			case 2 -> Declaration.byOperator(OPERATOR, statements(OTHERS, null), evidence);
			case 3 -> Declaration.byApi(TOKEN, this.random.nextBoolean(), statements(OTHERS, said(earliest)), evidence,
					this.random.nextInt(3) == 0);
			case 4 -> Declaration.byImport(OPERATOR, statements(OTHERS, said(earliest)), evidence, "people.csv",
					this.random.nextInt(3) == 0);
			default -> Declaration.bySystem(statements(List.of(Choice.NO), null), evidence, null, null);
		};
	}

	private @Nullable Instant said(Instant earliest) {
		return this.random.nextBoolean() ? earliest.plusSeconds(this.random.nextInt(20)) : null;
	}

	private List<Statement> statements(List<Choice> choices, @Nullable Instant saidAt) {
		List<Purpose> purposes = new ArrayList<>(Arrays.asList(Purpose.MARKETING_ANY, Purpose.MARKETING_EMAIL,
				Purpose.MARKETING_SMS, Purpose.MARKETING_CALL, Purpose.PERSONALIZE_CONTENT));
		Collections.shuffle(purposes, this.random);
		return purposes.stream()
			.limit(1 + this.random.nextInt(3))
			.map((purpose) -> new Statement(purpose, choices.get(this.random.nextInt(choices.size())), saidAt,
					this.random.nextBoolean() ? "asked by letter" : null))
			.toList();
	}

}
