package dev.sayso.decision;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.decision.formula.MissingValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that a criterion shows after an upgrade what it showed before.
 */
class CriterionTests {

	private final JsonMapper json = JsonMapper.builder().build();

	@Test
	void ofOneThatWasKeptBeforeThereWasAChoiceOffersWithoutAValueAreLeftOut() {
		for (String formula : List.of("profile.points", "offer.attributes.margin * 2.0", "context.boost + 1.0")) {
			Criterion kept = read("\"" + formula + "\"", "");
			assertThat(kept.missing()).as(formula).isEqualTo(MissingValue.OUT);
			assertThat(kept.at(3).missing()).as(formula).isEqualTo(MissingValue.OUT);
		}
		assertThat(read("\"\"", "").missing()).isEqualTo(MissingValue.PRIORITY);
	}

	@Test
	void whatWasChosenIsKept() {
		Map.of("true", MissingValue.OUT, "false", MissingValue.PRIORITY)
			.forEach((strict, meaning) -> assertThat(read("\"profile.points\"", ",\"strict\":" + strict).missing())
				.isEqualTo(meaning));
		for (MissingValue meaning : List.of(MissingValue.OUT, MissingValue.PRIORITY, MissingValue.of(0),
				MissingValue.of(-12.5), MissingValue.of(1e12))) {
			Criterion chosen = new Criterion(2, "summer", "", "profile.points", false, meaning);
			assertThat(this.json.readValue(this.json.writeValueAsString(chosen), Criterion.class)).isEqualTo(chosen);
			assertThat(read("\"profile.points\"", ",\"missing\":\"" + meaning.written() + "\"").missing())
				.isEqualTo(meaning);
		}
		Criterion fresh = new Criterion(1, "summer", "", "profile.points", false);
		assertThat(fresh.missing()).isEqualTo(MissingValue.PRIORITY);
		assertThat(this.json.readValue(this.json.writeValueAsString(fresh), Criterion.class)).isEqualTo(fresh);
	}

	private Criterion read(String formula, String more) {
		return this.json.readValue("{\"order\":1,\"collection\":\"summer\",\"eligibility\":\"\",\"formula\":" + formula
				+ ",\"learned\":false" + more + "}", Criterion.class);
	}

}
