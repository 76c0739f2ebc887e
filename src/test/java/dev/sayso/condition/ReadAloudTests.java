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

}
