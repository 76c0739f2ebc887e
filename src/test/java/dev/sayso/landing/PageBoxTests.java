package dev.sayso.landing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.consent.Purpose;

import static org.assertj.core.api.Assertions.assertThat;

class PageBoxTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@ParameterizedTest
	@CsvSource({ "any,MARKETING_ANY", "email,MARKETING_EMAIL", "postalMail,MARKETING_POSTAL_MAIL",
			"personalize.content,PERSONALIZE_CONTENT", "modeling,MODELING", "tracking.opens,TRACKING_OPENS",
			"tracking.clicks,TRACKING_CLICKS" })
	void aBoxIsAboutAPurpose(String about, Purpose purpose) {
		assertThat(PageBox.of(about).purpose()).contains(purpose);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "pigeon", "marketing.email", "marketing.any", "collect", "share" })
	void aboutAnythingElseThereIsNone(String about) {
		assertThat(PageBox.of(about).purpose()).isEmpty();
		assertThat(PageBox.of(about).fits()).isFalse();
	}

	@Test
	void aUseTakesEachMeaningAndAnyChannelTwo() {
		assertThat(PageBox.of("personalize.content").meanings()).containsExactly(BoxMeaning.values());
		assertThat(PageBox.of("any").meanings()).doesNotContain(BoxMeaning.IN_OR_OUT);
		assertThat(PageBox.of("tracking.opens").meanings()).containsExactly(BoxMeaning.IN_OR_OUT);
	}

	@Test
	void whatWasStoredBeforeUsesCouldBeAskedAboutIsRead() {
		PageBox before = JSON.readValue("{\"channel\":\"email\",\"meaning\":\"in-or-out\"}", PageBox.class);
		assertThat(before).isEqualTo(new PageBox("email", BoxMeaning.IN_OR_OUT));
		PageBox now = new PageBox("personalize.content", BoxMeaning.CONTACT_ME);
		assertThat(JSON.readValue(JSON.writeValueAsString(now), PageBox.class)).isEqualTo(now);
	}

}
