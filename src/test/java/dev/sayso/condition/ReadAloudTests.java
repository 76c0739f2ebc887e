package dev.sayso.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.condition.Condition.Comparison;

/**
 * Holds what conditions say when they are read aloud.
 */
@ProductTest
class ReadAloudTests {

	static final List<Locale> READERS = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl"));

	@Autowired
	ReadAloud aloud;

	@Autowired
	Facts facts;

	@Autowired
	ConditionWords words;

	@Autowired
	dev.sayso.profile.Attributes attributes;

	@BeforeEach
	void declareAttributes() {
		EveryPhraseTests.declare(this.attributes);
	}

	@Test
	void dump() {
		StringBuilder b = new StringBuilder();
		for (Map.Entry<String, Fact> e : this.facts.byName().entrySet()) {
			Fact fact = e.getValue();
			for (Operator operator : Operator.values()) {
				if (operator.takes(fact.type())) {
					for (List<Object> values : EveryPhraseTests.samples(fact, operator)) {
						for (Locale l : READERS) {
							b.append(l).append(' ').append(fact.name()).append(' ').append(operator.key()).append(": ");
							try {
								b.append(this.aloud.plain(new Comparison(fact.name(), operator, values, false), l));
							}
							catch (RuntimeException ex) {
								b.append("!!!! " + ex);
							}
							b.append('\n');
						}
					}
				}
			}
		}
		try {
			java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/dump-words.txt"), b);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	@Test
	void dump2() {
		Condition c = Condition.all(new Comparison("country", Operator.IS_ONE_OF, "FR", "PT"),
				new Comparison("consents.personalize.content", Operator.IS, true),
				Condition.any(new Comparison("attributes.tier", Operator.IS, "gold"),
						new Comparison("attributes.lastOrder", Operator.IN_LAST, new Period(12, Period.Unit.MONTHS))),
				Condition.none(new Comparison("email", Operator.ENDS_WITH, "@maisonverel.example")));
		Comparison tier = new Comparison("attributes.tier", Operator.IS_NONE_OF, "gold", "silver");
		Comparison us = new Comparison("country", Operator.IS, "US");
		Comparison nl = new Comparison("language", Operator.IS, "nl");
		Comparison gone = new Comparison("attributes.Gone_1", Operator.AT_LEAST, new java.math.BigDecimal("12500.5"));
		List<Condition> all = List.of(c, Condition.all(), Condition.any(), Condition.none(us, nl),
				Condition.any(tier, us), Condition.any(Condition.all(us, nl), tier),
				Condition.any(Condition.all(us, nl, gone), tier), Condition.any(Condition.none(us), tier),
				Condition.any(Condition.none(us, nl), tier),
				Condition.all(us, Condition.any(nl, tier),
						Condition.any(gone, Condition.all(nl, Condition.any(us, tier)))),
				Condition.all(us, nl, tier, Condition.none(nl), Condition.none(Condition.all(us, tier))),
				Condition.all(us, nl, tier), new Comparison("email", Operator.IS, List.of("{0}'<b>\uE000"), true));
		StringBuilder b = new StringBuilder();
		for (Condition one : all) {
			for (Locale l : READERS) {
				b.append(this.aloud.sentence(one, l)
					.stream()
					.map((s) -> s.strong() ? "**" + s.text() + "**" : s.text())
					.collect(java.util.stream.Collectors.joining())).append('\n');
			}
		}
		try {
			java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/dump2.txt"), b);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
