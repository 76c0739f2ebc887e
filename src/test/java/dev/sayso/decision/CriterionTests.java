package dev.sayso.decision;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

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
			assertThat(kept.strict()).as(formula).isTrue();
			assertThat(kept.at(3).strict()).as(formula).isTrue();
		}
		assertThat(read("\"\"", "").strict()).isFalse();
	}

	@Test
	void whatWasChosenIsKept() {
		for (boolean strict : List.of(true, false)) {
			Criterion chosen = new Criterion(2, "summer", "", "profile.points", false, strict);
			assertThat(this.json.readValue(this.json.writeValueAsString(chosen), Criterion.class)).isEqualTo(chosen);
			assertThat(read("\"profile.points\"", ",\"strict\":" + strict).strict()).isEqualTo(strict);
		}
		Criterion fresh = new Criterion(1, "summer", "", "profile.points", false);
		assertThat(fresh.strict()).isFalse();
		assertThat(this.json.readValue(this.json.writeValueAsString(fresh), Criterion.class)).isEqualTo(fresh);
	}

	private Criterion read(String formula, String more) {
		return this.json.readValue("{\"order\":1,\"collection\":\"summer\",\"eligibility\":\"\",\"formula\":" + formula
				+ ",\"learned\":false" + more + "}", Criterion.class);
	}

}
