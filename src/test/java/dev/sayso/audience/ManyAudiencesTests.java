package dev.sayso.audience;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.condition.Condition;
import dev.sayso.person.People;
import dev.sayso.person.Profile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that pages over many audiences do not read all of them for each of them.
 */
@ProductTest
class ManyAudiencesTests extends AudienceConsole {

	@Autowired
	FactReads facts;

	@Test
	void manyAudiencesAndLongConditionsReadTheFactsAFewTimes() {
		Condition[] lines = new Condition[40];
		java.util.Arrays.fill(lines, country("FR"));
		for (int number = 0; number < 40; number++) {
			this.management.create("many-" + number, "Many", "", Condition.any(lines), People.OPERATOR);
		}
		Profile ada = person("FR", "Ada");
		for (String path : List.of("/audiences", "/profiles/" + ada.id() + "/audiences",
				"/audiences/many-7?who=" + ada.id())) {
			int before = this.facts.reads.get();
			assertThat(get(path)).hasStatusOk().bodyText().contains("many-7");
			assertThat(this.facts.reads.get() - before).as(path).isLessThan(25);
		}
	}

}
