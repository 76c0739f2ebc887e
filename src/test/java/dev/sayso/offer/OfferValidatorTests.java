package dev.sayso.offer;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

import dev.sayso.ProductTest;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.offer.collection.CatalogueSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Holds that what is wrong with an offer is said at its part.
 */
@ProductTest
class OfferValidatorTests {

	@Autowired
	OfferValidator validator;

	@Autowired
	CatalogueSamples samples;

	@Autowired
	MessageSource messages;

	@Test
	void aFallbackIsForEverybody() {
		this.samples.placement("home");
		this.samples.placement("mail");
		OfferContent offer = new OfferContent(
				List.of(new Representation("home", "fr", "{{profile.firstName}}", null, null),
						new Representation("mail", "", "{{profile.city}}", null, null),
						new Representation("mail", "en", "{{context.x}}", null, null)),
				null, null, null, 0,
				ConditionJson.write(new Condition.Comparison("consents.personalize.content", Operator.IS, true)),
				List.of(new Cap(Cap.Event.DISPLAY, true, 1, Cap.Period.DAY)), true);
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		try {
			assertThat(this.validator.validate(true, offer))
				.extractingFromEntries((fault) -> fault.getKey(),
						(fault) -> this.messages.getMessage(fault.getValue().code(), fault.getValue().args().toArray(),
								Locale.ENGLISH))
				.containsExactly(tuple("content.home.fr",
						"A fallback is for everybody, but on Name of home in French it reads profile.firstName of the person."),
						tuple("content.mail.*",
								"A fallback is for everybody, but on Name of mail in any language it reads profile.city of the person."),
						tuple("eligibility", "A fallback is for everybody: it has no eligibility."),
						tuple("caps", "A fallback shows whenever nothing else may: it has no caps."),
						tuple("personal", "A fallback cannot be marked as personalized."));
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
		assertThat(this.validator.validate(true, OfferContent.BLANK)).isEmpty();
	}

	@Test
	void anOfferThatIsNoFallbackMayReadThePerson() {
		this.samples.placement("home");
		OfferContent offer = new OfferContent(
				List.of(new Representation("home", "fr", "{{profile.firstName}}", null, null)), null, null, null, 0,
				null, List.of(new Cap(Cap.Event.DISPLAY, true, 1, Cap.Period.DAY)), true);
		assertThat(this.validator.validate(false, offer)).isEmpty();
	}

	@Test
	void aPlacementHasOneMainText() {
		this.samples.placement("home");
		this.samples.placement("mail");
		assertThat(this.validator.validate(false, says(main("home", "en"), main("mail", "fr")))).isEmpty();
		assertThat(this.validator.validate(false, says(main("home", "en"), main("home", "fr"))))
			.containsOnlyKeys("main.home.fr");
		assertThat(this.validator.validate(false,
				says(main("home", "en"), new Representation("home", "", "Any", null, null))))
			.containsOnlyKeys("content.home.*");
	}

	private static Representation main(String placement, String language) {
		return new Representation(placement, language, "Said", null, null, true);
	}

	private static OfferContent says(Representation... representations) {
		return new OfferContent(List.of(representations), null, null, null, 0, null, null, false);
	}

}
